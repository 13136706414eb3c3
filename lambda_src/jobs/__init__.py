"""What runs by itself, on a schedule: one file a job."""
