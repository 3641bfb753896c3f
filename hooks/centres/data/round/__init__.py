"""What a centre is asked, and the text that goes round: from us to it and back."""
