"""The pages made from data: what each shows, as typed values."""
