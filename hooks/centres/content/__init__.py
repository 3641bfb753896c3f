"""Read the prose in content/, check it, and make it into HTML that is safe to publish."""
