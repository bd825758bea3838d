package io.boto4j.internal.body;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.model.OperationModel;
import java.io.IOException;

/**
 * Step: keeps a stream in memory where it must be read before it is sent: to hash it, or because
 * the service requires its length.
 */
public final class KeepStream {
  static final int MAX_KEPT = 16 * 1024 * 1024;

  private KeepStream() {}

  /**
   * Keeps the body of a request if necessary.
   *
   * @param operation the operation
   * @param request its request
   * @param signsBody whether the body will be hashed
   * @return the request as it is, or with its body in memory
   * @throws RequestBodyException if the stream cannot be read, or is too long to be kept
   */
  public static HttpRequest ifNeeded(
      OperationModel operation, HttpRequest request, boolean signsBody) {
    boolean measured =
        StreamingInput.requiresLength(operation) && !SigV4Signer.endsInTrailer(request);
    return signsBody || measured ? of(request) : request;
  }

  /**
   * Keeps the body of a request.
   *
   * @param request a request
   * @return the same request with its body in memory
   * @throws RequestBodyException if the stream cannot be read, or is too long to be kept
   */
  public static HttpRequest of(HttpRequest request) {
    byte[] bytes;
    try {
      bytes = request.body().open().readNBytes(MAX_KEPT + 1);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CallInterruptedException("Interrupted while reading the body of the request", e);
      }
      throw Errors.requestBody(request, "the stream cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MAX_KEPT) {
      throw Errors.requestBody(
          request,
          "it is a stream of more than 16 MiB, and its hash or length must be known before it is"
              + " sent: pass a Path or bytes",
          null);
    }
    return request.withBody(HttpBody.of(bytes));
  }
}
