package io.boto4j.local.rds;

import java.util.Set;

/** The parameters of parameter groups that a real PostgreSQL server is started with. */
final class ServerParameters {
  /** Safe to set on every supported version, and of a meaning that tests can see. */
  static final Set<String> ARE_APPLIED =
      Set.of(
          "client_min_messages",
          "datestyle",
          "deadlock_timeout",
          "default_transaction_isolation",
          "enable_hashjoin",
          "enable_mergejoin",
          "enable_nestloop",
          "enable_seqscan",
          "idle_in_transaction_session_timeout",
          "intervalstyle",
          "jit",
          "lock_timeout",
          "log_min_duration_statement",
          "log_statement",
          "max_connections",
          "max_locks_per_transaction",
          "max_prepared_transactions",
          "random_page_cost",
          "search_path",
          "statement_timeout",
          "timezone",
          "track_activities",
          "work_mem");

  private ServerParameters() {}
}
