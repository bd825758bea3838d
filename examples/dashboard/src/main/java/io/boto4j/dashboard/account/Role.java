package io.boto4j.dashboard.account;

/** The role of a user, which decides what they may do. */
public enum Role {
  /** Sees the ledger. */
  USER,

  /** Sees the ledger, starts and stops the database, and changes roles. */
  ADMIN
}
