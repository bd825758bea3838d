package io.boto4j.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of a cold start, timed in a fresh process; the decisions on transport, codecs, packs and
 * dependencies rest on these figures. Prints microseconds. Run by {@code startup-parts.sh}.
 */
public final class StartupParts {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RESPONSE =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

  /** A resource of the jar of models, to be found as {@link #BESIDE} is: see decision 13. */
  private static final String PACK = "META-INF/boto4j/models/dynamodb.pack";

  private static final String BESIDE = "io.boto4j.models.Location";

  /**
   * The exceptions that a first call would load to verify the classes that throw them: see decision
   * 13.
   */
  private static final List<String> EXCEPTIONS =
      List.of(
          "ConfigParseException",
          "ConnectionClosedException",
          "EndpointConnectionException",
          "EndpointResolutionException",
          "InvalidConfigException",
          "InvalidRegionException",
          "NoRegionException",
          "ParamValidationException",
          "ProfileNotFoundException",
          "ReadTimeoutException",
          "RequestBodyException",
          "ResponseParseException",
          "UnknownOperationException",
          "UnknownRegionException",
          "UnknownServiceException",
          "UnsupportedProtocolException");

  private StartupParts() {}

  /**
   * Times a part, or runs the server.
   *
   * @param arguments {@code serve}; or the part's name, the port of a process that serves, and the
   *     folder of JSON models
   * @throws Exception if the part fails
   */
  public static void main(String[] arguments) throws Exception {
    String part = arguments[0];
    if (part.equals("serve")) {
      serve();
      return;
    }
    int port = Integer.parseInt(arguments[1]);
    byte[] document = document(part);
    long start = System.nanoTime();
    run(part, arguments, port, document);
    System.out.println((System.nanoTime() - start) / 1000);
  }

  private static void run(String part, String[] arguments, int port, byte[] document)
      throws Exception {
    switch (part) {
      case "http-socket" -> exchange(new Socket(), port);
      case "http-socketchannel" -> exchange(SocketChannel.open().socket(), port);
      case "http-urlconnection" -> urlConnection(port);
      case "http-httpclient" -> httpClient(port);
      case "hmac-messagedigest" -> MessageDigest.getInstance("SHA-256").digest(REQUEST);
      case "hmac-javax.crypto" -> javaxCrypto();
      case "json-boto4j" -> new JsonReader(document).skipValue();
      case "json-jackson" -> jackson(new JsonFactory(), document);
      case "cbor-boto4j" -> new CborReader(document).skipValue();
      case "cbor-jackson" -> jackson(new CBORFactory(), document);
      case "xml-boto4j" -> xml(document);
      case "xml-aalto" -> aalto(document);
      case "model-pack" -> touch(ModelLoader.builtIn());
      case "model-json" -> touch(ModelLoader.of(List.of(Path.of(arguments[2]))));
      case "jdk-bigdecimal" -> check(BigDecimal.TEN.signum() > 0);
      case "load-exceptions" -> load(EXCEPTIONS);
      case "find-resource" -> check(loader().getResource(PACK) != null);
      case "find-class" ->
          check(loader().loadClass(BESIDE).getProtectionDomain().getCodeSource() != null);
      default -> throw new IllegalArgumentException("No part " + part);
    }
  }

  private static ClassLoader loader() {
    return ModelLoader.class.getClassLoader();
  }

  private static void load(List<String> names) throws ClassNotFoundException {
    for (String name : names) {
      check(loader().loadClass("io.boto4j.error." + name) != null);
    }
  }

  private static void exchange(Socket socket, int port) throws IOException {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 3000);
      socket.setSoTimeout(3000);
      socket.getOutputStream().write(REQUEST);
      check(socket.getInputStream().readNBytes(RESPONSE.length).length == RESPONSE.length);
    }
  }

  private static void urlConnection(int port) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri(port).toURL().openConnection();
    try (InputStream in = connection.getInputStream()) {
      check(in.readAllBytes().length == 2);
    }
  }

  private static void httpClient(int port) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(port)).build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    check(response.body().length == 2);
  }

  private static void javaxCrypto() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(REQUEST, "HmacSHA256"));
    check(mac.doFinal(REQUEST).length == 32);
  }

  private static void jackson(JsonFactory factory, byte[] document) throws IOException {
    try (JsonParser parser = factory.createParser(document)) {
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static void xml(byte[] document) {
    XmlReader xml = new XmlReader(document);
    xml.beginRoot();
    xml.skipElement();
    xml.end();
  }

  private static void aalto(byte[] document) throws XMLStreamException {
    XMLStreamReader xml =
        new InputFactoryImpl().createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
    while (xml.hasNext()) {
      xml.next();
    }
  }

  /** Loads what a first call of EC2 needs: metadata, one operation, its input and output. */
  private static void touch(ModelLoader loader) {
    ServiceModel ec2 = Objects.requireNonNull(loader.find("ec2"));
    check(Objects.requireNonNull(ec2.operation("DescribeInstances").output()).size() > 0);
  }

  /** Returns a small response, typical of a first call, in the format that the part reads. */
  private static byte[] document(String part) {
    String format = part.substring(0, part.indexOf('-'));
    return switch (format) {
      case "json" ->
          ascii(
              "{\"Item\": {\"user_id\": {\"S\": \"4711\"}, \"age\": {\"N\": \"42\"}, \"ok\": {\"BOOL\": true}}}");
      case "xml" -> ascii("<Answer><Item><Id>4711</Id><Age>42</Age><Ok>true</Ok></Item></Answer>");
      // {"Item": {"Id": "4711", "Age": 42, "Ok": true}}
      case "cbor" -> HexFormat.of().parseHex("a1644974656da3624964643437313163416765182a624f6bf5");
      default -> new byte[0];
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static URI uri(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /**
   * Responds once to each connection, in a separate process, so that the client has loaded none of
   * these classes.
   */
  private static void serve() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      while (true) {
        try (Socket peer = server.accept()) {
          check(peer.getInputStream().read(new byte[4096]) > 0);
          peer.getOutputStream().write(RESPONSE);
        }
      }
    }
  }

  private static void check(boolean good) {
    if (!good) {
      throw new IllegalStateException("The part did not do its work");
    }
  }
}
