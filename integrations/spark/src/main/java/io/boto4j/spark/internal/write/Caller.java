package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.error.ProfileNotFoundException;
import io.boto4j.error.ServiceException;
import io.boto4j.spark.internal.RateLimit;
import java.util.Map;
import org.apache.spark.TaskContext;

/** The calls of one task: each waits for the rate limit, and its failure is an outcome. */
final class Caller {
  private final Client client;
  private final String operation;
  private final RateLimit limit;

  private Caller(Client client, String operation, RateLimit limit) {
    this.client = client;
    this.operation = operation;
    this.limit = limit;
  }

  /** Creates the caller of the task of this thread. */
  static Caller of(CallSpec spec, WriteCounts counts) {
    Client client = spec.session().client(spec.service());
    TaskContext task = TaskContext.get();
    int partitions = task == null ? spec.slots() : task.numPartitions();
    double share = RateLimit.share(spec.perSecond(), partitions, spec.slots());
    return new Caller(client.with(counts), spec.operation(), TaskLimit.of(share, client.session()));
  }

  /**
   * Calls the operation.
   *
   * @return the response, or the error that only concerns this call
   * @throws Boto4jException if all other calls would fail too, because there are no credentials, or
   *     if the thread is interrupted
   */
  CallOutcome call(Map<String, ?> parameters) {
    CallOutcome outcome;
    try {
      limit.take(1);
      outcome = CallOutcome.of(client.call(operation, parameters));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while waiting for the rate limit", e);
    } catch (RuntimeException e) {
      if (concernsAll(e)) {
        throw e;
      }
      outcome = outcome(parameters, e);
    }
    limit.charge(outcome.attempts() - 1.0);
    return outcome;
  }

  private CallOutcome outcome(Map<String, ?> parameters, RuntimeException failure) {
    CallOutcome error = CallOutcome.of(failure);
    if (!(failure instanceof ServiceException refused)) {
      return error;
    }
    try {
      CallOutcome same = SameObject.of(client, operation, parameters, refused);
      return same == null ? error : same;
    } catch (ServiceException e) {
      // The object cannot be read, so the refusal stands.
      return error;
    }
  }

  private static boolean concernsAll(RuntimeException failure) {
    return failure instanceof CallInterruptedException
        || failure instanceof NoCredentialsException
        || failure instanceof PartialCredentialsException
        || failure instanceof CredentialRetrievalException
        || failure instanceof ProfileNotFoundException;
  }
}
