"""The pages of readers, one a file. They hold nothing personal: no session and no cookie."""
