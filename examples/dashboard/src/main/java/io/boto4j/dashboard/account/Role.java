package io.boto4j.dashboard.account;

/** What a user may do. */
public enum Role {
  /** Sees the ledger. */
  USER,

  /** Sees the ledger, starts and stops the database, and changes roles. */
  ADMIN
}
