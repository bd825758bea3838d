package io.boto4j.conformance;

import io.boto4j.http.Headers;
import io.boto4j.local.LocalAws;
import io.boto4j.local.engine.EngineCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.aws.traits.protocols.RestXmlTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;

/**
 * A boto4j-local that emulates one service of the suites, each of whose operations does the same.
 * Requests are written to its port byte by byte, because many cannot be sent with an HTTP client.
 */
final class SuiteServer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final LocalAws aws;
  private final String signingName;
  private Function<EngineCall, Map<String, ?>> answer = call -> Map.of();
  private @Nullable EngineCall received;

  /** A request in which nothing is computed except the length of the body. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record RawRequest(
      String method, String target, Map<String, String> headers, byte @Nullable [] body) {}

  SuiteServer(Model model, WireProtocol protocol, ServiceShape service, Path home) {
    Path folder = home.resolve("server-" + protocol.suite() + "-" + service.getId().getName());
    String name = "suite-" + SmithyModels.folder(service);
    Map<String, Object> tree = SmithyModels.convert(model, service, protocol);
    Map<String, Object> metadata = new LinkedHashMap<>();
    ((Map<?, ?>) tree.get("metadata"))
        .forEach((key, value) -> metadata.put(String.valueOf(key), value));
    if (service.getTrait(RestXmlTrait.class).filter(RestXmlTrait::isNoErrorWrapping).isPresent()) {
      // AWS's models of services with S3's errors have S3's signature.
      metadata.put("signatureVersion", "s3");
      tree.put("metadata", metadata);
    }
    if (service.hasTrait(AwsQueryCompatibleTrait.class)) {
      putCodes(tree, model);
    }
    this.signingName =
        String.valueOf(metadata.getOrDefault("signingName", metadata.get("endpointPrefix")));
    SuiteClients.write(tree, folder, name, service);
    // No engine answers for a suite's service: one of them looks like S3.
    LocalAws.Builder builder = LocalAws.builder().services("sts").dataPath(folder);
    for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
      builder.on(name, operation.getId().getName(service), this::handle);
    }
    this.aws = builder.start();
  }

  /**
   * Adds the codes of errors that only a server needs: clients get them from a header, and AWS's
   * models of services that spoke the query protocol once do not have them.
   */
  private static void putCodes(Map<String, Object> tree, Model model) {
    Map<?, ?> shapes = (Map<?, ?>) tree.get("shapes");
    for (Shape error : model.getShapesWithTrait(AwsQueryErrorTrait.class)) {
      @SuppressWarnings("unchecked") // every converted shape is such a map
      Map<String, Object> shape = (Map<String, Object>) shapes.get(error.getId().getName());
      if (shape != null) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (shape.get("error") instanceof Map<?, ?> known) {
          known.forEach((key, value) -> details.put(String.valueOf(key), value));
        }
        details.put("code", error.expectTrait(AwsQueryErrorTrait.class).getCode());
        shape.put("error", details);
      }
    }
  }

  private Map<String, ?> handle(EngineCall call) {
    received = call;
    return answer.apply(call);
  }

  /** Sets what all operations do from now on, and forgets the last call. */
  void answer(Function<EngineCall, Map<String, ?>> operation) {
    answer = operation;
    received = null;
  }

  /** Returns the call that arrived since {@link #answer}; null if there was none. */
  @Nullable EngineCall received() {
    return received;
  }

  /** Sends a request, and reads the response to its end. */
  RawResponse send(RawRequest request) throws IOException {
    URI uri = aws.endpoint();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    line(head, request.method() + " " + request.target() + " HTTP/1.1");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.putIfAbsent("Host", uri.getAuthority());
    headers.putIfAbsent("Connection", "close");
    headers.putIfAbsent(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/"
            + signingName
            + "/aws4_request, SignedHeaders=host, Signature=0");
    byte[] body = request.body();
    if (body != null) {
      headers.putIfAbsent("Content-Length", Integer.toString(body.length));
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      line(head, header.getKey() + ": " + header.getValue());
    }
    line(head, "");
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.toByteArray());
      if (body != null) {
        out.write(body);
      }
      out.flush();
      return response(socket.getInputStream());
    }
  }

  private static void line(ByteArrayOutputStream out, String line) {
    out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static RawResponse response(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("There is no response: " + text);
    }
    List<String> lines = text.substring(0, end).lines().toList();
    Headers.Builder headers = Headers.builder();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    Headers built = headers.build();
    byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
    return new RawResponse(
        Integer.parseInt(lines.get(0).split(" ", 0)[1]),
        built,
        "chunked".equalsIgnoreCase(built.first("Transfer-Encoding")) ? unchunked(body) : body);
  }

  private static byte[] unchunked(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int at = 0;
    for (int size = -1; size != 0; ) {
      int end = text.indexOf("\r\n", at);
      size = Integer.parseInt(text.substring(at, end).strip(), 16);
      out.write(body, end + 2, size);
      at = end + 4 + size;
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    aws.close();
  }
}
