package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uploads that are cancelled while they are being begun. */
@Timeout(30)
final class CancelledUploadTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Transfer<?>> started = new CompletableFuture<>();

  @Test
  void cancel_whileTheUploadIsBeingCreated_abortsIt() {
    HttpTransport transport = this::answer;
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .transport(transport)
            .build();
    try (Client s3 = session.client("s3");
        S3Transfer s3t = S3Transfer.of(s3, c -> c.multipartThreshold(1000))) {
      Transfer<TransferResult> upload = s3t.upload(new byte[1000], "bucket", "key");
      started.complete(upload);

      assertThatThrownBy(upload::await).isInstanceOf(TransferCancelledException.class);
    }
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1)).startsWith("DELETE ").contains("uploadId=u");
  }

  /** Creates an upload, whose response arrives unless the connection is given up before. */
  private HttpResponse answer(HttpRequest request) throws IOException {
    requests.add(request.method() + " " + request.uri());
    if (request.method().equals("POST")) {
      started.join().cancel();
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException();
      }
    }
    String body =
        "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>";
    return HttpResponse.of(
        200, Headers.empty(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
