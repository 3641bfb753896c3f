"""What a proposal changes for visitors: pages compared, told in words and shown in pictures."""
