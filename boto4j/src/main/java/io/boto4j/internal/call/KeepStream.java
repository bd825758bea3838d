package io.boto4j.internal.call;

import io.boto4j.error.RequestBodyException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;
import java.io.IOException;

/**
 * Keeps a body in memory that can be read once only, where it must be read before it is sent: to be
 * hashed, or because the service wants its length.
 */
public final class KeepStream {
  static final int MAX_KEPT = 16 * 1024 * 1024;

  private KeepStream() {}

  /**
   * The request as it is, or with a body that can be read again if it must be.
   *
   * @param signsBody whether the body is to be hashed
   */
  static HttpRequest ifNeeded(OperationModel operation, HttpRequest request, boolean signsBody) {
    boolean measured =
        StreamingInput.requiresLength(operation) && !SignRequest.endsInTrailer(request);
    return signsBody || measured ? of(request) : request;
  }

  /**
   * The request with a body that can be read again.
   *
   * @param request a request whose body can be read
   * @return the same request, its body in memory
   * @throws RequestBodyException if the stream cannot be read, or is too long to be kept
   */
  public static HttpRequest of(HttpRequest request) {
    byte[] bytes;
    try {
      bytes = request.body().open().readNBytes(MAX_KEPT + 1);
    } catch (IOException e) {
      throw new RequestBodyException(
          SendRequest.address(request), "the stream cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MAX_KEPT) {
      throw new RequestBodyException(
          SendRequest.address(request),
          "it is a stream of more than 16 MiB, and its hash or length must be known before it is"
              + " sent: pass a Path or bytes",
          null);
    }
    return request.withBody(HttpBody.of(bytes));
  }
}
