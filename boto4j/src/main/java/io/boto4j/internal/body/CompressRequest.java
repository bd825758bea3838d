package io.boto4j.internal.body;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.error.Errors;
import io.boto4j.model.OperationModel;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Step: compresses the body where the operation allows it and the body is large enough. A stream is
 * always compressed, as in botocore, unless the service requires its length.
 *
 * <p>The compressed body is kept in memory, because it must be signed. Of all operations of AWS
 * only CloudWatch's PutMetricData allows compression, and its requests are small.
 */
public final class CompressRequest {
  /**
   * The trait of operations that allow compression. A compile-time constant, so that other
   * operations do not load this class.
   */
  public static final String TRAIT = "requestcompression";

  private CompressRequest() {}

  /**
   * Compresses the body of a request if it is large enough.
   *
   * @param operation the operation
   * @param request its request
   * @param least the smallest size of a body that is compressed, in bytes
   * @return the request with a compressed body, or as it was
   */
  public static HttpRequest of(OperationModel operation, HttpRequest request, int least) {
    boolean wanted =
        StreamingInput.is(operation)
            ? !StreamingInput.requiresLength(operation)
            : request.body().contentLength() >= least;
    return wanted && knowsGzip(operation) ? compressed(request) : request;
  }

  private static boolean knowsGzip(OperationModel operation) {
    return operation.traits().map(TRAIT).get("encodings") instanceof List<?> encodings
        && encodings.contains("gzip");
  }

  private static HttpRequest compressed(HttpRequest request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try (GZIPOutputStream gzip = new GZIPOutputStream(new Limited(bytes), 8192)) {
      request.body().writeTo(gzip);
    } catch (IOException e) {
      throw Errors.requestBody(request, "it cannot be compressed: " + e.getMessage(), e);
    }
    Headers.Builder headers = request.headers().toBuilder().remove("Content-Length");
    ContentEncoding.append(headers, request.headers(), "gzip");
    return request.withHeaders(headers.build()).withBody(HttpBody.of(bytes.toByteArray()));
  }

  /** A limit to the memory that an endless stream can fill. */
  private static final class Limited extends FilterOutputStream {
    private int left = KeepStream.MAX_KEPT;

    Limited(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int octet) throws IOException {
      count(1);
      out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count(length);
      out.write(bytes, offset, length);
    }

    private void count(int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new IOException(
            "it has more than 16 MiB even so: set disableRequestCompression for this client");
      }
    }
  }
}
