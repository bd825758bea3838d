package io.boto4j.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A small store that resembles S3 and refuses what a script says. It ignores all checksums. */
final class ScriptedStore implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Script script;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

  /** Decides which requests are refused. */
  interface Script {
    /** Returns the error for a request; null if it is carried out. */
    @Nullable Refusal refuse(Call call);

    /** Whether entity tags are sent. */
    default boolean sendsETags() {
      return true;
    }

    /** Whether ranges are known. */
    default boolean knowsRanges() {
      return true;
    }

    /** Whether all parts but the last must have the same size. */
    default boolean wantsEqualParts() {
      return false;
    }
  }

  /** An error. */
  record Refusal(int status, String code, String message) {}

  /** A request. */
  static final class Call {
    private final String operation;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param headers by name in lower case
     */
    Call(String operation, String target, Map<String, String> headers, byte[] body) {
      this.operation = operation;
      this.target = target;
      this.headers = headers;
      this.body = body;
    }

    String operation() {
      return operation;
    }

    String target() {
      return target;
    }

    Map<String, String> headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    boolean has(String header) {
      return headers.containsKey(header);
    }

    /** Returns the first header whose name begins like this; null if there is none. */
    @Nullable String firstLike(String prefix) {
      for (String name : headers.keySet()) {
        if (name.startsWith(prefix)) {
          return name;
        }
      }
      return null;
    }

    /** Returns the operation and what protects the body, such as {@code PutObject crc32}. */
    String protection() {
      List<String> found = new ArrayList<>();
      for (String name : headers.keySet()) {
        if (name.startsWith("x-amz-checksum-") && !name.endsWith("-mode")) {
          String what = name.substring("x-amz-checksum-".length());
          found.add(what.equals("algorithm") || what.equals("type") ? headers.get(name) : what);
        } else if (name.equals("content-md5")) {
          found.add("md5");
        }
      }
      return found.isEmpty() ? operation : operation + " " + String.join(" ", found);
    }
  }

  ScriptedStore(Script script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Map<String, byte[]> objects() {
    return objects;
  }

  Map<String, ?> uploads() {
    return uploads;
  }

  /** Returns the requests so far as {@link Call#protection()}, and forgets them. */
  List<String> takeCalls() {
    synchronized (calls) {
      List<String> taken = calls.stream().map(Call::protection).toList();
      calls.clear();
      return taken;
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestURI().toString();
    Call call = new Call(operation(exchange.getRequestMethod(), target), target, headers, body);
    calls.add(call);
    Refusal refusal = script.refuse(call);
    try {
      if (refusal == null) {
        carryOut(exchange, call);
      } else {
        refuse(exchange, refusal);
      }
    } finally {
      exchange.close();
    }
  }

  private static String operation(String method, String target) {
    boolean upload = target.contains("uploadId=");
    return switch (method) {
      case "PUT" -> upload ? "UploadPart" : "PutObject";
      case "POST" ->
          upload
              ? "CompleteMultipartUpload"
              : target.contains("?delete") ? "DeleteObjects" : "CreateMultipartUpload";
      case "DELETE" -> upload ? "AbortMultipartUpload" : "DeleteObject";
      case "HEAD" -> "HeadObject";
      default -> "GetObject";
    };
  }

  private void carryOut(HttpExchange exchange, Call call) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String key = path.substring(path.indexOf('/', 1) + 1);
    switch (call.operation()) {
      case "PutObject" -> {
        objects.put(key, call.body());
        respond(exchange, 200, eTag(md5(call.body())), new byte[0]);
      }
      case "CreateMultipartUpload" -> {
        String id = "upload-" + ids.incrementAndGet();
        uploads.put(id, new TreeMap<>());
        xml(exchange, "InitiateMultipartUploadResult", "<UploadId>" + id + "</UploadId>");
      }
      case "UploadPart" -> {
        TreeMap<Integer, byte[]> parts = uploads.get(parameter(call, "uploadId"));
        synchronized (parts) {
          parts.put(Integer.parseInt(parameter(call, "partNumber")), call.body());
        }
        respond(exchange, 200, eTag(md5(call.body())), new byte[0]);
      }
      case "CompleteMultipartUpload" -> complete(exchange, key, parameter(call, "uploadId"));
      case "AbortMultipartUpload" -> {
        uploads.remove(parameter(call, "uploadId"));
        respond(exchange, 204, null, new byte[0]);
      }
      case "DeleteObjects" -> {
        Matcher keys = KEY.matcher(call.text());
        while (keys.find()) {
          objects.remove(keys.group(1));
        }
        xml(exchange, "DeleteResult", "");
      }
      case "DeleteObject" -> {
        objects.remove(key);
        respond(exchange, 204, null, new byte[0]);
      }
      default -> get(exchange, call, key);
    }
  }

  private void complete(HttpExchange exchange, String key, String id) throws IOException {
    TreeMap<Integer, byte[]> parts = uploads.get(id);
    if (script.wantsEqualParts()) {
      int size = parts.firstEntry().getValue().length;
      for (Map.Entry<Integer, byte[]> part : parts.headMap(parts.lastKey()).entrySet()) {
        if (part.getValue().length != size) {
          refuse(
              exchange,
              new Refusal(400, "InvalidPart", "All non-trailing parts must have the same length."));
          return;
        }
      }
    }
    uploads.remove(id);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.values().forEach(whole::writeBytes);
    objects.put(key, whole.toByteArray());
    String tag = script.sendsETags() ? "<ETag>\"made-up-" + parts.size() + "\"</ETag>" : "";
    xml(exchange, "CompleteMultipartUploadResult", "<Key>" + key + "</Key>" + tag);
  }

  private void get(HttpExchange exchange, Call call, String key) throws IOException {
    byte[] object = objects.get(key);
    if (object == null) {
      refuse(exchange, new Refusal(404, "NoSuchKey", "The specified key does not exist."));
      return;
    }
    Matcher range = RANGE.matcher(String.valueOf(call.headers().get("range")));
    if (script.knowsRanges() && range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int end = Math.min(object.length, Integer.parseInt(range.group(2)) + 1);
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + object.length);
      respond(exchange, 206, eTag(md5(object)), Arrays.copyOfRange(object, from, end));
    } else {
      respond(exchange, 200, eTag(md5(object)), object);
    }
  }

  private static String parameter(Call call, String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(call.target());
    return value.find() ? value.group(1) : "";
  }

  private @Nullable String eTag(String md5) {
    return script.sendsETags() ? "\"" + md5 + "\"" : null;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    String body =
        "<Error><Code>"
            + refusal.code()
            + "</Code><Message>"
            + refusal.message()
            + "</Message></Error>";
    respond(exchange, refusal.status(), null, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void xml(HttpExchange exchange, String element, String content)
      throws IOException {
    String body = "<" + element + ">" + content + "</" + element + ">";
    respond(exchange, 200, null, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void respond(HttpExchange exchange, int status, @Nullable String eTag, byte[] body)
      throws IOException {
    if (eTag != null) {
      exchange.getResponseHeaders().add("ETag", eTag);
    }
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead) {
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(body.length));
    }
    exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
    if (!isHead && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      } catch (IOException e) {
        // A client may take only the beginning.
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
