package io.boto4j.benchmarks.versus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An HTTP client for AWS SDK 2.x that returns a task's bytes. */
final class CannedHttpClient implements SdkHttpClient {
  private final Task task;

  CannedHttpClient(Task task) {
    this.task = task;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Exchange(request);
  }

  @Override
  public void close() {}

  private final class Exchange implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;

    Exchange(HttpExecuteRequest request) {
      this.request = request;
    }

    /** Reads the body, as a network would. */
    @Override
    public HttpExecuteResponse call() throws IOException {
      if (request.contentStreamProvider().isPresent()) {
        try (InputStream body = request.contentStreamProvider().get().newStream()) {
          body.transferTo(OutputStream.nullOutputStream());
        }
      }
      SdkHttpResponse.Builder head =
          SdkHttpResponse.builder()
              .statusCode(200)
              .putHeader("Content-Type", task.contentType)
              .putHeader("Content-Length", Integer.toString(task.response.length))
              .putHeader("x-amzn-RequestId", "9135fff3-8509-11e0-bd9b-a7b1ece36d51");
      if (task.contentType.endsWith("cbor")) {
        head.putHeader("smithy-protocol", "rpc-v2-cbor");
      }
      return HttpExecuteResponse.builder()
          .response(head.build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(task.response)))
          .build();
    }

    @Override
    public void abort() {}
  }
}
