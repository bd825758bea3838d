package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A session and a call of a user, with credentials from the network or from a program. */
@Timeout(60)
final class SourcesOfSessionTest {
  private static final String KEYS =
      "{\"AccessKeyId\": \"%s\", \"SecretAccessKey\": \"cAnArY\", \"Token\": \"cAnArY-t\","
          + " \"Expiration\": \"2026-02-03T10:00:00Z\"}";
  private static final String SSO =
      """
      sso_account_id = 123456789012
      sso_role_name = r
      sso_session = work
      [sso-session work]
      sso_start_url = https://x/start
      sso_region = us-east-1
      """;

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();
  private final SocketTransport sockets = new SocketTransport(TransportOptions.defaults());
  private final List<HttpRequest> calls = new ArrayList<>();
  private TestParts parts;

  @BeforeEach
  void parts() {
    parts = new TestParts(home);
  }

  @AfterEach
  void close() {
    sockets.close();
    server.close();
  }

  @Test
  void nothing_asAnInstance_isAskedLast() {
    server.imds("role", KEYS.formatted("OFINSTANCE"));
    parts
        .set("AWS_METADATA_SERVICE_TIMEOUT", 20)
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri("/"));

    assertThat(signedBy(parts.config("[default]\nregion = eu-west-1\n"))).isEqualTo("OFINSTANCE");
  }

  @Test
  void containerAndInstance_containerIsFirst() {
    server.imds("role", KEYS.formatted("OFINSTANCE")).on("GET /c", ok(KEYS.formatted("OFPOD")));
    parts
        .set("AWS_METADATA_SERVICE_TIMEOUT", 20)
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri("/"))
        .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.uri("/c"));

    assertThat(signedBy(parts)).isEqualTo("OFPOD");
    assertThat(server.asked()).containsExactly("GET /c");
  }

  @Test
  void environmentKeys_nothingElseIsAskedOrRead() {
    parts
        .set("AWS_ACCESS_KEY_ID", "OFENVIRONMENT")
        .set("AWS_SECRET_ACCESS_KEY", "s")
        .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.uri("/c"))
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "nonsense");

    assertThat(signedBy(parts)).isEqualTo("OFENVIRONMENT");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void profile_ofAllKinds_isAskedInBotocoresOrder() {
    String process =
        "credential_process = printf '%s' '"
            + "{\"Version\": 1, \"AccessKeyId\": \"OFPROGRAM\", \"SecretAccessKey\": \"s\"}'\n";
    String login = "login_session = me\n";
    String keys = "aws_access_key_id = OFCONFIG\naws_secret_access_key = s\n";
    signedIn();

    assertThat(signedBy(parts.config("[default]\n" + keys))).isEqualTo("OFCONFIG");
    assertThat(signedBy(parts.config("[default]\n" + keys + process))).isEqualTo("OFPROGRAM");
    assertThat(signedBy(parts.config("[default]\n" + keys + process + login))).isEqualTo("OFLOGIN");
    parts.file(".aws/credentials", "[default]\n" + keys.replace("CONFIG", "FILE"));
    assertThat(signedBy(parts.config("[default]\n" + keys + process + login))).isEqualTo("OFFILE");
    assertThat(signedBy(parts.config("[default]\n" + keys + process + login + SSO)))
        .isEqualTo("OFSSO");
  }

  @Test
  void role_whoseSourceIsTheInstanceOrTheContainer_isAssumedWithItsKeys() {
    server
        .imds("role", KEYS.formatted("OFINSTANCE"))
        .on("GET /c", ok(KEYS.formatted("OFPOD")))
        .on("POST /", ok(assumed()));
    parts
        .set("AWS_ENDPOINT_URL_STS", server.uri(""))
        .set("AWS_METADATA_SERVICE_TIMEOUT", 20)
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri("/"))
        .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.uri("/c"));
    String role = "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\ncredential_source = ";

    assertThat(signedBy(parts.config(role + "Ec2InstanceMetadata\n"))).isEqualTo("OFROLE");
    assertThat(server.last().header("Authorization")).contains("Credential=OFINSTANCE/");
    assertThat(signedBy(parts.config(role + "EcsContainer\n"))).isEqualTo("OFROLE");
    assertThat(server.last().header("Authorization")).contains("Credential=OFPOD/");
  }

  @Test
  void role_whoseSourceProfileIsOfSso_isAssumedWithItsKeys() {
    signedIn();
    server.on("POST /", ok(assumed()));
    parts.set("AWS_ENDPOINT_URL_STS", server.uri(""));

    assertThat(
            signedBy(
                parts.config(
                    "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = dev\n"
                        + "[profile dev]\n"
                        + SSO)))
        .isEqualTo("OFROLE");
    assertThat(server.last().header("Authorization")).contains("Credential=OFSSO/");
  }

  @Test
  void nothingAnywhere_isToldWithEachReason() {
    parts
        .set("AWS_METADATA_SERVICE_TIMEOUT", 20)
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri("/"));

    assertThatThrownBy(() -> signedBy(parts))
        .isInstanceOf(NoCredentialsException.class)
        .hasMessageStartingWith("Unable to locate credentials")
        .hasMessageContaining("\n  container-role: neither")
        .hasMessageContaining(
            "\n  iam-role: " + server.uri("/" + LoopbackAws.ROLE) + " responded with status 404");
  }

  private void signedIn() {
    parts
        .set("AWS_ENDPOINT_URL_SSO", server.uri(""))
        .file(
            ".aws/sso/cache/" + Digests.hex("SHA-1", "work".getBytes(UTF_8)) + ".json",
            "{\"accessToken\": \"cAnArY\", \"expiresAt\": \"2026-02-03T09:00:00Z\"}")
        .file(
            ".aws/login/cache/" + Digests.hex("SHA-256", "me".getBytes(UTF_8)) + ".json",
            "{\"accessToken\": {\"accessKeyId\": \"OFLOGIN\", \"secretAccessKey\": \"s\","
                + " \"expiresAt\": \"2026-02-03T04:19:00Z\"}, \"refreshToken\": \"r\","
                + " \"dpopKey\": \"k\", \"clientId\": \"c\"}");
    server.on(
        "GET /federation/credentials",
        ok(
            "{\"roleCredentials\": {\"accessKeyId\": \"OFSSO\", \"secretAccessKey\": \"s\","
                + " \"sessionToken\": \"t\", \"expiration\": 1770112800000}}"));
  }

  private static String assumed() {
    return "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>OFROLE</AccessKeyId>"
        + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
        + "<Expiration>2026-02-03T10:00:00Z</Expiration></Credentials><AssumedRoleUser>"
        + "<Arn>arn:aws:sts::123456789012:assumed-role/r/x</Arn></AssumedRoleUser>"
        + "</AssumeRoleResult></AssumeRoleResponse>";
  }

  /** Returns the id of the access key that signs a call to DynamoDB. */
  private String signedBy(TestParts given) {
    Client client =
        Session.builder()
            .environment(given.environment)
            .systemProperties(java.util.Map.of())
            .home(home)
            .clock(given.clock)
            .region("eu-west-1")
            .transport(this::send)
            .build()
            .client("dynamodb");
    client.call("ListTables");
    String authorization = calls.get(calls.size() - 1).headers().first("Authorization");
    int start = authorization.indexOf("Credential=") + "Credential=".length();
    return authorization.substring(start, authorization.indexOf('/', start));
  }

  /** Handles DynamoDB here; the other services have the server as their endpoint. */
  private HttpResponse send(HttpRequest request) throws IOException {
    if (request.uri().getHost().equals("127.0.0.1")) {
      return sockets.send(request);
    }
    calls.add(request);
    return HttpResponse.of(
        200, Headers.empty(), new ByteArrayInputStream("{\"TableNames\": []}".getBytes(UTF_8)));
  }
}
