package io.boto4j.s3;

import io.boto4j.error.ServiceException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Learns which {@link Dialect} a store understands: a request that is refused because of its
 * checksums is sent again in the next dialect, and what succeeds is remembered, per operation.
 */
final class Ladder {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");
  private static final int NOT_IMPLEMENTED = 501;
  private static final int BAD_REQUEST = 400;

  /** The code of an error whose response has no body, such as one to a HEAD request. */
  private static final String NO_BODY = "400";

  /** Codes that stores return for headers or elements that they do not know. */
  private static final Set<String> UNKNOWN_PARAMETER =
      Set.of(
          "NotImplemented",
          "InvalidRequest",
          "InvalidArgument",
          "MalformedXML",
          "BadRequest",
          "ExcessHeaderValues",
          "MissingContentMD5",
          "UnsupportedHeader",
          "UnsupportedArgument",
          "UnexpectedContent");

  private final Dialect first;

  /** The dialect of each operation that has succeeded. */
  private final Map<String, Dialect> learned = new ConcurrentHashMap<>();

  Ladder(Dialect first) {
    this.first = first;
  }

  /**
   * Makes a request in the best dialect that may work.
   *
   * @param operation the operation
   * @param best the best dialect for this request
   * @param request makes the request in a dialect
   * @return the response
   */
  <T> T call(String operation, Dialect best, Function<Dialect, T> request) {
    Dialect known = learned.get(operation);
    Dialect dialect = worse(best, known == null ? first : known);
    ServiceException refusal = null;
    while (true) {
      try {
        T response = request.apply(dialect);
        if (known == null || refusal != null) {
          learn(operation, dialect, refusal);
        }
        return response;
      } catch (ServiceException e) {
        Dialect next = dialect.next();
        refusal = refusal == null ? e : refusal;
        boolean refused = isRefusal(e) || isRefusedCompletion(operation, dialect, e);
        if (known == dialect || next == null || !refused) {
          // An error of a lower step may be due to that step.
          throw refused ? refusal : e;
        }
        dialect = next;
      }
    }
  }

  private void learn(String operation, Dialect dialect, @Nullable ServiceException refusal) {
    learned.put(operation, dialect);
    if (refusal != null && LOG.isLoggable(System.Logger.Level.INFO)) {
      LOG.log(
          System.Logger.Level.INFO,
          "This store refuses "
              + operation
              + " with better checksums ("
              + refusal.code()
              + ": "
              + refusal.message()
              + "). From now on it gets "
              + dialect);
    }
  }

  static Dialect worse(Dialect one, Dialect other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /**
   * Whether a store may have failed to find parts because it compares their checksums in another
   * way. Without them it compares the entity tags.
   */
  private static boolean isRefusedCompletion(
      String operation, Dialect dialect, ServiceException e) {
    return operation.equals("CompleteMultipartUpload")
        && dialect.hasChecksums()
        && e.is("InvalidPart");
  }

  static boolean isRefusal(ServiceException e) {
    if (e.statusCode() == NOT_IMPLEMENTED) {
      return true;
    }
    if (e.statusCode() == BAD_REQUEST && e.code().equals(NO_BODY)) {
      return true;
    }
    if (e.statusCode() != BAD_REQUEST || !UNKNOWN_PARAMETER.contains(e.code())) {
      return false;
    }
    String message = e.message().toLowerCase(Locale.ROOT);
    return message.isEmpty()
        || e.code().equals("MalformedXML")
        || message.contains("checksum")
        || message.contains("x-amz-")
        || message.contains("header")
        || message.contains("algorithm")
        || message.contains("content-md5");
  }
}
