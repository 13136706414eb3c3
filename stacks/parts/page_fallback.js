// Addresses within the page have no file behind them: they all get index.html, which decides what
// to show. What names a file (it has an extension) is looked up as it is, so that a missing file
// is a 404 and never a page. Runs in CloudFront Functions, JavaScript runtime 2.0.
function handler(event) {
  const request = event.request;
  const file = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (!file.includes(".")) request.uri = "/index.html";
  return request;
}
