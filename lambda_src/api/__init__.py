"""What an operation needs of HTTP: requests, responses, problems, the API's description."""
