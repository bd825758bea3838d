package io.boto4j.benchmarks.versus;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A task with boto4j: everything of a call except the network. */
final class Boto4jSide {
  private final Client client;
  private final Task task;

  Boto4jSide(Task task) {
    this.task = task;
    this.client = client(task);
  }

  /** Returns a client that receives a task's response. */
  static Client client(Task task) {
    Session.Builder session =
        Session.builder()
            .environment(Map.of())
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .transport(new Canned(task));
    if (task.service.equals("cloudwatch") && task.contentType.endsWith("cbor")) {
      session.dataPath(CborModel.ofCloudWatch());
    }
    return session.build().client(task.service);
  }

  Object call() {
    return client.call(task.operation, task.parameters);
  }

  private static final class Canned implements HttpTransport {
    private final Headers headers;
    private final byte[] response;

    Canned(Task task) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("Content-Type", task.contentType);
      fields.put("Content-Length", Integer.toString(task.response.length));
      if (task.contentType.endsWith("cbor")) {
        fields.put("smithy-protocol", "rpc-v2-cbor");
      }
      fields.put("x-amzn-RequestId", "9135fff3-8509-11e0-bd9b-a7b1ece36d51");
      this.headers = Headers.of(fields);
      this.response = task.response;
    }

    /** Reads the body, as a network would. */
    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
      try (InputStream body = request.body().open()) {
        body.transferTo(OutputStream.nullOutputStream());
      }
      return HttpResponse.of(200, headers, new ByteArrayInputStream(response));
    }
  }
}
