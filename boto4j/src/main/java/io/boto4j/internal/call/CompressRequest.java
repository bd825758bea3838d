package io.boto4j.internal.call;

import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Step: compresses the body where the operation allows it and it is worth it. A body that streams
 * is always compressed, as in botocore, unless the service wants its length.
 *
 * <p>It is done in memory, since what is sent is signed; of all AWS's operations one asks for it,
 * CloudWatch's PutMetricData, whose requests are small.
 */
final class CompressRequest {
  /** What the model marks its operations with; a constant, so other operations load no class. */
  static final String TRAIT = "requestcompression";

  private CompressRequest() {}

  /**
   * The request, compressed or as it was.
   *
   * @param least from how many bytes on a body is compressed
   */
  static HttpRequest of(OperationModel operation, HttpRequest request, int least) {
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
      throw new RequestBodyException(
          SendRequest.address(request), "it cannot be compressed: " + e.getMessage(), e);
    }
    Headers.Builder headers = request.headers().toBuilder().remove("Content-Length");
    ContentEncoding.append(headers, request.headers(), "gzip");
    return request.withHeaders(headers.build()).withBody(HttpBody.of(bytes.toByteArray()));
  }

  /** A bound for the memory that an endless stream can take. */
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
