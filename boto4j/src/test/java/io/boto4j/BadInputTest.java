package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.NoRegionException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.UnknownOperationException;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.error.UnsupportedProtocolException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input is reported by name and never sent. */
@SuppressWarnings("boto4j") // models that the test writes
final class BadInputTest {
  private static final String CONTROL = "(?s).*[\\x00-\\x09\\x0b-\\x1f\\x7f].*";

  private final Recorder recorder = new Recorder();
  private final Session session = Sessions.with(recorder).build();
  private final Client dynamodb = session.client("dynamodb");

  @ParameterizedTest
  @CsvSource({
    "dynamodbb, dynamodb",
    "DynamoDB, dynamodb",
    "dynamo-db, dynamodb",
    "secretmanager, secretsmanager",
    "cloud_watch, cloudwatch",
  })
  void client_nearService_isSuggested(String wrong, String right) {
    assertThatThrownBy(() -> session.client(wrong))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessageStartingWith("Unknown service: '" + wrong + "'. Did you mean ")
        .hasMessageContaining(right)
        .message()
        .matches(".* Session\\.services\\(\\) lists all [4-9]\\d\\d\\.")
        .hasSizeLessThan(250);
  }

  /** These are the names of AWS in consoles, policies and host names. */
  @ParameterizedTest
  @CsvSource({
    "eventbridge, events",
    "EventBridg, events",
    "states, stepfunctions",
    "monitoring, cloudwatch",
    "email, ses",
    "elasticloadbalancing, elbv2",
    "cloudwatchlogs, logs",
    "elasticmapreduce, emr",
  })
  void client_otherNameOfService_isSuggested(String wrong, String right) {
    assertThatThrownBy(() -> session.client(wrong))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessageStartingWith("Unknown service: '" + wrong + "'. Did you mean ")
        .message()
        .containsPattern("\\b" + right + "\\b");
  }

  @Test
  void client_serviceLikeNone_saysHowToListThem() {
    assertThatThrownBy(() -> session.client("xylophone"))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessage(
            "Unknown service: 'xylophone'. Session.services() lists all "
                + session.services().size()
                + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../dynamodb",
        "dynamodb/",
        "/etc/passwd",
        "dynamodb\0",
        "dynamodb\r\nX: 1",
        "META-INF",
        "index",
        "root/partitions",
        "\u001b[31mred",
        "a b",
        "dynamodb.pack"
      })
  void client_hostileServiceName_isUnknownAndPrintable(String name) {
    assertThatThrownBy(() -> session.client(name))
        .isInstanceOf(UnknownServiceException.class)
        .message()
        .startsWith("Unknown service: '")
        .doesNotMatch(CONTROL)
        .doesNotContain("\n");
  }

  @Test
  void client_enormousServiceName_isCut() {
    assertThatThrownBy(() -> session.client("x".repeat(1_000_000)))
        .isInstanceOf(UnknownServiceException.class)
        .message()
        .hasSizeLessThan(20_000);
  }

  @Test
  void client_unknownApiVersion_listsTheKnown() {
    assertThatThrownBy(() -> session.client("dynamodb", c -> c.apiVersion("1999-01-01\n")))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessageContaining("2012-08-10")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void client_otherProtocol_saysWhichIsMissing(@TempDir Path folder) {
    String soap =
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"protocol\": \"json\"", "\"protocol\": \"soap\"");
    MadeUpService.write(folder, "soapy", MadeUpService.VERSION, soap, false);
    Session own = Sessions.with(recorder).dataPath(folder).build();

    assertThatThrownBy(() -> own.client("soapy"))
        .isInstanceOf(UnsupportedProtocolException.class)
        .hasMessageContaining(
            "soapy supports only soap; boto4j supports json, rest-json, rest-xml,");
  }

  @ParameterizedTest
  @CsvSource({"PutIten, PutItem", "put_items, PutItem", "GETITEMS, GetItem", "query_, Query"})
  void call_nearOperation_isSuggestedOrFound(String wrong, String right) {
    if (wrong.equals("query_")) {
      // The separator has no meaning.
      assertThatThrownBy(() -> dynamodb.call(wrong)).isInstanceOf(ParamValidationException.class);
      return;
    }
    assertThatThrownBy(() -> dynamodb.call(wrong))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageStartingWith("Unknown operation of dynamodb: '" + wrong + "'. Did you mean ")
        .hasMessageContaining(right);
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\nInjected: 1", "Put Item\0", "\u202ePutItem"})
  void call_hostileOperation_isUnknownAndPrintable(String name) {
    assertThatThrownBy(() -> dynamodb.call(name))
        .isInstanceOf(UnknownOperationException.class)
        .message()
        .doesNotMatch(CONTROL)
        .doesNotContain("\n", "\u202e");
  }

  @Test
  void client_noRegionAnywhere_saysSo() {
    Session nowhere = Sessions.bare(recorder).credentials(Credentials.of("AKID", "secret")).build();

    assertThatThrownBy(() -> nowhere.client("dynamodb"))
        .isInstanceOf(NoRegionException.class)
        .hasMessageStartingWith("You must specify a region.");
    assertThat(nowhere.region()).isNull();
  }

  @Test
  void call_noCredentials_failsAndSendsNothing() {
    Client client = Sessions.bare(recorder).region("eu-west-1").build().client("dynamodb");

    assertThatThrownBy(() -> client.call("ListTables"))
        .isInstanceOf(NoCredentialsException.class)
        .hasMessageStartingWith("Unable to locate credentials");
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.evil.com/#",
        "evil.com",
        "eu-west-1/",
        "eu-west-1?",
        "eu-west-1#",
        "a@b",
        "a:80",
        "eu west 1",
        "eu-west-1\r\nX: 1",
        "eu-west-1\0",
        "-eu",
        "eu-",
        "",
        "..",
        "%2e",
        "\u0435u-west-1",
        "eu_west_1"
      })
  void region_notAHostLabel_isRefusedWhereverItComesFrom(String region) {
    assertThatThrownBy(() -> session.client("dynamodb", c -> c.region(region)))
        .isInstanceOf(InvalidRegionException.class);
    assertThatThrownBy(() -> Sessions.with(recorder).region(region).build().client("dynamodb"))
        .isInstanceOf(InvalidRegionException.class)
        .message()
        .doesNotMatch(CONTROL)
        .doesNotContain("\n");
    if (!region.isEmpty()) {
      Session fromEnvironment =
          Sessions.bare(recorder).environment(Map.of("AWS_REGION", region)).build();
      assertThatThrownBy(() -> fromEnvironment.client("dynamodb"))
          .isInstanceOf(InvalidRegionException.class);
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "127.0.0.1:8000",
        "localhost",
        "//host",
        "http:",
        "http://",
        "http:///path",
        "ftp://host",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user@host",
        "http://user:CANARY@host/",
        "https://host#fragment",
        "http://host\r\nX: 1",
        "http://host\0",
        " http://host",
        "http://host ",
        "http://ho st",
        "http://-host",
        "http://host-",
        "http://ho..st",
        "http://.host",
        "http://host:port",
        "http://host:99999",
        "http://host:-1",
        "http://[::1",
        "http://[evil]/",
        "http://host/pa th",
        "http://host/%zz",
        "http://h\u00f6st",
        "http://host\\@evil.com",
        "http://host/?a=b c"
      })
  void endpointUrl_unusable_isRefusedWithoutItsSecrets(String url) {
    assertThatThrownBy(() -> session.client("dynamodb", c -> c.endpointUrl(url)))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("Invalid endpoint: ")
        .message()
        .doesNotContain("CANARY", "\n")
        .doesNotMatch(CONTROL);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, http://127.0.0.1:8000/",
    "http://127.0.0.1:8000/, http://127.0.0.1:8000/",
    "HTTP://LocalHost:8000, http://LocalHost:8000/",
    "https://host, https://host/",
    "https://host/a/b//, https://host/a/b//",
    "http://[::1]:8000, http://[::1]:8000/",
    "https://host/?x=1, https://host/?x=1",
    "https://host:443/a%20b, https://host:443/a%20b",
  })
  void endpointUrl_usable_isCalled(String url, String called) {
    session.client("dynamodb", c -> c.endpointUrl(url)).call("ListTables");

    assertThat(recorder.last().uri().toString()).isEqualTo(called);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.evil.com/#",
        "a/b",
        "a@b",
        "a:1",
        "a b",
        "a\r\nX: 1",
        "a\0",
        "",
        ".",
        "a..b",
        "-a",
        "a-",
        "%61",
        "\u00fc",
        "{Account}"
      })
  void hostLabel_notALabel_isRefused(String account, @TempDir Path folder) {
    Client client = MadeUpService.client(folder, recorder);

    assertThatThrownBy(() -> client.call("InHost", Map.of("Account", account)))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Account");
    assertThatThrownBy(() -> client.call("InHost")).isInstanceOf(ParamValidationException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void hostLabel_notALabelAndNoValidation_isRefusedStill(@TempDir Path folder) {
    Session lax =
        Sessions.with(recorder)
            .dataPath(MadeUpService.in(folder))
            .config(c -> c.parameterValidation(false))
            .build();
    Client client = lax.client(MadeUpService.NAME);

    assertThatThrownBy(() -> client.call("InHost", Map.of("Account", "x.evil.com/#")))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(() -> client.call("InHost", Map.of("Account", 5)))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(() -> client.call("InHost")).isInstanceOf(ParamValidationException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void hostLabel_label_isPutBeforeTheHost(@TempDir Path folder) {
    Client client = MadeUpService.client(folder, recorder);

    client.call("InHost", Map.of("Account", "123.a-b"));

    assertThat(recorder.last().uri().toString())
        .isEqualTo("https://123.a-b.data-made-up.eu-west-1.amazonaws.com/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b"})
  void credentials_lineBreaks_startNoHeader(String hostile) {
    for (Credentials keys :
        new Credentials[] {
          credentials(hostile, "CANARY", "token"), credentials("AKID", "CANARY", hostile)
        }) {
      if (keys != null) {
        Client client = Sessions.bare(recorder).region("x").credentials(keys).build().client("sqs");
        assertThatThrownBy(() -> client.call("ListQueues"))
            .isInstanceOfAny(IllegalArgumentException.class, Boto4jException.class)
            .message()
            .doesNotContain("CANARY", hostile);
      }
    }
    assertThat(recorder.requests()).isEmpty();
  }

  private static Credentials credentials(String id, String secret, String token) {
    try {
      return Credentials.of(id, secret, token);
    } catch (IllegalArgumentException e) {
      assertThat(e).message().doesNotContain("CANARY", "Evil");
      return null;
    }
  }

  @Test
  void call_hostileParameterNames_areReportedPrintable() {
    Map<Object, Object> parameters = new HashMap<>();
    parameters.put("a\r\nForged: line", 1);
    @SuppressWarnings({"unchecked", "rawtypes"}) // what untyped callers do
    Map<String, ?> untyped = (Map) parameters;

    assertThatThrownBy(() -> dynamodb.call("ListTables", untyped))
        .isInstanceOf(ParamValidationException.class)
        .message()
        .doesNotContain("\r");
  }

  @Test
  void call_keysThatAreNoText_areReported() {
    Map<Object, Object> parameters = new HashMap<>();
    parameters.put(5, 1);
    parameters.put(null, 2);
    @SuppressWarnings({"unchecked", "rawtypes"}) // what untyped callers do
    Map<String, ?> untyped = (Map) parameters;

    assertThatThrownBy(() -> dynamodb.call("ListTables", untyped))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Unknown parameter in input: \"5\"")
        .hasMessageContaining("Unknown parameter in input: \"null\"");
  }

  @Test
  void call_unvalidatedMismatch_failsBeforeSending() {
    Client lax = session.client("dynamodb", c -> c.parameterValidation(false));

    assertThatThrownBy(() -> lax.call("DescribeTable", Map.of("TableName", 5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lax.call("DescribeTable", Map.of("Nonsense", 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a member that DescribeTableInput does not have");
    assertThatCode(() -> lax.call("DescribeTable")).doesNotThrowAnyException();
    assertThat(recorder.requests()).hasSize(1);
  }
}
