package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.Boto4jException;
import io.boto4j.error.EndpointDiscoveryRefreshFailedException;
import io.boto4j.error.EndpointDiscoveryRequiredException;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoint discovery: services that return the endpoint for their own operations. */
final class EndpointDiscoveryTest {
  private static final String GENERAL = "query.timestream.eu-west-1.amazonaws.com";

  private final Recorder recorder = new Recorder().answer(this::answer);
  private final MovableClock clock = new MovableClock();
  private String address = "cell1.timestream.eu-west-1.amazonaws.com";
  private String minutes = "10";
  private boolean down;
  private int statusOfCalls = 200;

  private HttpResponse answer(HttpRequest request) throws IOException {
    boolean discovers =
        String.valueOf(request.headers().first("X-Amz-Target")).endsWith(".DescribeEndpoints");
    if (!discovers) {
      int status = statusOfCalls;
      statusOfCalls = 200;
      return Recorder.response(status, "{}");
    }
    if (down) {
      throw new ConnectException("refused");
    }
    return Recorder.response(
        200,
        address == null
            ? "{\"Endpoints\": []}"
            : "{\"Endpoints\": [{\"Address\": \""
                + address
                + "\", \"CachePeriodInMinutes\": "
                + minutes
                + "}]}");
  }

  private Session.Builder session() {
    return Sessions.with(recorder).clock(clock).sleeper(duration -> {});
  }

  private Client timestream() {
    return session().build().client("timestream-query");
  }

  private static void list(Client client) {
    client.call("ListScheduledQueries");
  }

  private List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (HttpRequest request : recorder.requests()) {
      String target = String.valueOf(request.headers().first("X-Amz-Target"));
      hosts.add(target.substring(target.indexOf('.') + 1) + " " + request.uri().getHost());
    }
    return hosts;
  }

  @Test
  void call_ofAServiceThatInsists_goesWhereItIsTold() {
    Client client = timestream();

    list(client);
    list(client);

    assertThat(hosts())
        .containsExactly(
            "DescribeEndpoints " + GENERAL,
            "ListScheduledQueries " + address,
            "ListScheduledQueries " + address);
    assertThat(recorder.requests().get(0).headers().first("x-amz-api-version"))
        .isEqualTo("2018-11-01");
    assertThat(recorder.last().headers().first("Authorization"))
        .contains("/eu-west-1/timestream/aws4_request");
    assertThat(recorder.last().uri()).hasToString("https://" + address + "/");
  }

  @Test
  void write_isDiscoveredToo() {
    session().build().client("timestream-write").call("ListDatabases");

    assertThat(recorder.last().uri()).hasHost(address);
  }

  @Test
  void endpoint_isAskedForAgain_whenItsTimeIsOver() {
    Client client = timestream();
    list(client);

    clock.now = clock.now.plus(Duration.ofMinutes(10)).minusMillis(1);
    list(client);
    assertThat(recorder.requests()).hasSize(3);
    clock.now = clock.now.plusMillis(1);
    address = "cell2.timestream.eu-west-1.amazonaws.com";
    list(client);

    assertThat(hosts()).endsWith("DescribeEndpoints " + GENERAL, "ListScheduledQueries " + address);
  }

  @Test
  void endpoint_whoseTimeIsOver_servesWhileNoneCanBeHad() {
    Client client = timestream();
    list(client);
    clock.now = clock.now.plus(Duration.ofMinutes(11));
    down = true;
    recorder.requests().clear();

    list(client);
    assertThat(hosts()).startsWith("DescribeEndpoints " + GENERAL);
    recorder.requests().clear();
    clock.now = clock.now.plusSeconds(59);
    list(client);
    assertThat(hosts()).containsExactly("ListScheduledQueries " + address);
    recorder.requests().clear();
    down = false;
    clock.now = clock.now.plusSeconds(1);
    list(client);
    assertThat(hosts())
        .containsExactly("DescribeEndpoints " + GENERAL, "ListScheduledQueries " + address);
  }

  @Test
  void endpoint_thatCannotBeHad_isAnError() {
    down = true;
    Client client = timestream();

    assertThatThrownBy(() -> list(client))
        .isInstanceOf(EndpointDiscoveryRefreshFailedException.class)
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("Endpoint Discovery failed to refresh the required endpoints.");
    down = false;
    list(client); // required: asks at once
    assertThat(recorder.last().uri()).hasHost(address);
  }

  @Test
  void endpoint_thatIsNotNamed_isAnError() {
    address = null;

    assertThatThrownBy(() -> list(timestream()))
        .isInstanceOf(EndpointDiscoveryRefreshFailedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cell1.timestream.eu-west-1.amazonaws.com",
        "HTTP://cell1.timestream.eu-west-1.amazonaws.com",
        "http://cell1.timestream.eu-west-1.amazonaws.com:443",
        "https://evil.example",
        "evil.example",
        "169.254.169.254",
        "localhost",
        "[::1]",
        "eu-west-1.amazonaws.com.evil.example",
        "evil-eu-west-1.amazonaws.com",
        "cell1.timestream.us-east-1.amazonaws.com",
        "cell1.timestream.eu-west-1.amazonaws.com.cn",
        "amazonaws.com",
        "cell1.timestream.eu-west-1.amazonaws.com/path",
        "cell1.timestream.eu-west-1.amazonaws.com?x=1",
        "evil.execute-api.eu-west-1.amazonaws.com",
        "evil-bucket.s3.eu-west-1.amazonaws.com",
        "timestream.s3.eu-west-1.amazonaws.com",
        "dynamodb.eu-west-1.amazonaws.com",
        "eviltimestream.eu-west-1.amazonaws.com",
        "cell1.timestream.eu-west-1.amazonaws.com:8443",
        "cell1.timestream.eu-west-1.amazonaws.com:80"
      })
  void endpoint_thatIsNotOfAwsOrLessSafe_isRejected(String hostile) {
    address = hostile;

    assertThatThrownBy(() -> list(timestream()))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("Invalid endpoint from DescribeEndpoints: ");
    assertThat(recorder.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cell1.timestream.eu-west-1.amazonaws.com",
        "HTTPS://cell1.timestream.eu-west-1.amazonaws.com:443",
        "cell1.timestream.eu-west-1.api.aws",
        "CELL1.timestream.eu-west-1.amazonaws.com/",
        "cell1.TimeStream.eu-west-1.amazonaws.com",
        "cell1.timestream-fips.eu-west-1.amazonaws.com"
      })
  void endpoint_ofAwsOverTls_isCalled(String good) {
    address = good;

    list(timestream());

    assertThat(recorder.last().uri().getScheme()).isEqualTo("https");
    assertThat(recorder.last().uri().getHost()).startsWithIgnoringCase("cell1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"153722867280913", "9223372036854775807"})
  void period_thatIsHuge_isAWeek(String huge) {
    minutes = huge;
    Client client = timestream();
    list(client);

    clock.now = clock.now.plus(Duration.ofDays(7)).minusMillis(1);
    list(client);
    assertThat(recorder.requests()).hasSize(3);
    clock.now = clock.now.plusMillis(1);
    list(client);
    assertThat(recorder.requests()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"many\"", "{}", "[1]", "true", "null"})
  void period_ofAnotherKind_isAnError(String odd) {
    minutes = odd;
    assertThatThrownBy(() -> list(timestream())).isInstanceOf(Boto4jException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "{}", "{\"a\": 1}", "[5]", "[[]]", "[{\"Address\": 5}]"})
  void endpoints_ofAnotherKind_areAnError(String odd) {
    recorder.answer(request -> Recorder.response(200, "{\"Endpoints\": " + odd + "}"));
    assertThatThrownBy(() -> list(timestream())).isInstanceOf(Boto4jException.class);
  }

  @Test
  void clockSetBack_prolongsNeitherTheEndpointNorTheBackOff() {
    Client client = timestream();
    list(client);
    clock.now = clock.now.minus(Duration.ofHours(1));
    list(client);
    clock.now = clock.now.plus(Duration.ofMinutes(10));
    list(client);
    assertThat(recorder.requests()).hasSize(5);

    down = true;
    clock.now = clock.now.plus(Duration.ofMinutes(10));
    list(client);
    clock.now = clock.now.minus(Duration.ofHours(1));
    recorder.requests().clear();
    list(client);
    assertThat(recorder.requests()).hasSize(1);
    down = false;
    clock.now = clock.now.plusSeconds(60);
    list(client);
    assertThat(recorder.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-9223372036854775808"})
  void period_thatIsOver_isNone(String none) {
    minutes = none;
    Client client = timestream();
    list(client);
    list(client);

    assertThat(recorder.requests()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.com/#", "a b", "u@evil.com", "x:1:2"})
  void endpoint_thatIsNoHost_isRefused(String hostile) {
    address = hostile;

    assertThatThrownBy(() -> list(timestream())).isInstanceOf(EndpointResolutionException.class);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void call_thatCameToTheWrongPlace_isMadeOnceMoreElsewhere() {
    Client client = timestream();
    list(client);
    recorder.requests().clear();
    address = "cell2.timestream.eu-west-1.amazonaws.com";
    statusOfCalls = 421;

    Response answer = client.call("ListScheduledQueries");

    assertThat(hosts())
        .containsExactly(
            "ListScheduledQueries cell1.timestream.eu-west-1.amazonaws.com",
            "DescribeEndpoints " + GENERAL,
            "ListScheduledQueries cell2.timestream.eu-west-1.amazonaws.com");
    assertThat(answer.metadata().attempts().get(0).decision())
        .isEqualTo(Attempt.Decision.REDIRECTED);
  }

  @Test
  void call_thatIsSentAwayTwice_fails() {
    recorder.answer(
        request ->
            String.valueOf(request.headers().first("X-Amz-Target")).endsWith("DescribeEndpoints")
                ? answer(request)
                : Recorder.response(400, "{\"__type\": \"InvalidEndpointException\"}"));

    assertThatThrownBy(() -> list(timestream()))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is("InvalidEndpointException")).isTrue());
    assertThat(recorder.requests()).hasSize(4);
  }

  @Test
  void discovery_switchedOff_refusesWhatNeedsIt(@TempDir Path home) throws IOException {
    Path config =
        Files.writeString(home.resolve("config"), "[default]\nendpoint_discovery_enabled = False");
    List<Client> clients =
        List.of(
            session().build().client("timestream-query", c -> c.endpointDiscoveryEnabled("false")),
            session()
                .environment(Map.of("AWS_ENDPOINT_DISCOVERY_ENABLED", "false"))
                .build()
                .client("timestream-query"),
            session()
                .environment(Map.of("AWS_CONFIG_FILE", config.toString()))
                .build()
                .client("timestream-query"));

    for (Client client : clients) {
      assertThatThrownBy(() -> list(client))
          .isInstanceOf(EndpointDiscoveryRequiredException.class)
          .hasMessage("Endpoint Discovery is not enabled but this operation requires it.");
      client.call("DescribeEndpoints");
    }
    assertThat(recorder.requests()).hasSize(3);
  }

  @Test
  void discovery_thatIsOptional_isForWhoAsksForIt() {
    address = "cell.dynamodb.eu-west-1.amazonaws.com";
    Session session = session().build();

    session.client("dynamodb").call("ListTables");
    session.client("dynamodb", c -> c.endpointDiscoveryEnabled("auto")).call("ListTables");
    assertThat(hosts()).containsOnly("ListTables dynamodb.eu-west-1.amazonaws.com");

    Client discovering = session.client("dynamodb", c -> c.endpointDiscoveryEnabled("true"));
    discovering.call("ListTables");
    assertThat(recorder.last().uri()).hasHost(address);

    down = true;
    session.client("dynamodb", c -> c.endpointDiscoveryEnabled("true")).call("ListTables");
    assertThat(recorder.last().uri()).hasHost("dynamodb.eu-west-1.amazonaws.com");
  }

  @Test
  void customEndpoint_winsOverDiscovery() {
    Client client =
        session()
            .build()
            .client(
                "timestream-query",
                c -> c.endpointUrl("http://127.0.0.1:8000").endpointDiscoveryEnabled("nonsense"));

    list(client);

    assertThat(recorder.requests()).hasSize(1);
    assertThat(recorder.last().uri()).hasHost("127.0.0.1");
  }

  @Test
  void discovery_neitherOnNorOff_makesNoClient() {
    Session session =
        session().environment(Map.of("AWS_ENDPOINT_DISCOVERY_ENABLED", "maybe")).build();

    assertThatThrownBy(() -> session.client("timestream-query"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "Unsupported configuration value for endpoint_discovery_enabled. Expected one of"
                + " (\"true\", \"false\", \"auto\") but got maybe.");
    session.client("sqs"); // has no endpoint to discover
  }

  /** A clock that the test advances. */
  private static final class MovableClock extends Clock {
    private Instant now = Sessions.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
