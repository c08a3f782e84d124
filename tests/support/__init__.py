"""What the tests lean on: browser, checkers, servers and builds, without a test of their own."""
