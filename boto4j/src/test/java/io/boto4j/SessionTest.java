package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.error.ProfileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionTest {
  @TempDir Path home;

  private final Recorder recorder = new Recorder();

  private Session session(Map<String, String> environment) {
    return Sessions.bare(recorder).home(home).environment(environment).build();
  }

  private void file(String name, String... lines) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.write(home.resolve(".aws").resolve(name), List.of(lines));
  }

  private String signedBy(Client client) {
    client.call("ListTables");
    String authorization = recorder.last().headers().first("Authorization");
    int start = authorization.indexOf("Credential=") + 11;
    return authorization.substring(start, authorization.indexOf('/', start));
  }

  @Test
  void region_eachSource_winsOverThoseAfterIt() throws IOException {
    file("config", "[default]", "region = from-profile");
    Map<String, String> environment = new HashMap<>();
    assertThat(session(environment).region()).isEqualTo("from-profile");

    environment.put("AWS_DEFAULT_REGION", "from-default-variable");
    assertThat(session(environment).region()).isEqualTo("from-default-variable");

    environment.put("AWS_REGION", "from-variable");
    assertThat(session(environment).region()).isEqualTo("from-variable");

    Session inCode =
        Sessions.bare(recorder).home(home).environment(environment).region("from-code").build();
    assertThat(inCode.region()).isEqualTo("from-code");
    assertThat(inCode.client("dynamodb").region()).isEqualTo("from-code");
    Client own = inCode.client("dynamodb", c -> c.region("of-client"));
    assertThat(own.region()).isEqualTo("of-client");
    assertThat(own.endpointUrl()).hasHost("dynamodb.of-client.amazonaws.com");
  }

  @Test
  void region_ofNamedProfile_isUsed() throws IOException {
    file("config", "[default]", "region = one", "[profile dev]", "region = two");

    assertThat(session(Map.of("AWS_PROFILE", "dev")).region()).isEqualTo("two");
    assertThat(session(Map.of("AWS_PROFILE", "dev")).profile()).isEqualTo("dev");
    assertThat(session(Map.of()).profile()).isEqualTo("default");
    Session inCode =
        Sessions.bare(recorder)
            .home(home)
            .environment(Map.of("AWS_PROFILE", "absent"))
            .profile("dev")
            .build();
    assertThat(inCode.region()).isEqualTo("two");
  }

  @Test
  void build_unknownProfile_failsAtOnce() {
    assertThatThrownBy(() -> session(Map.of("AWS_PROFILE", "nobody")))
        .isInstanceOf(ProfileNotFoundException.class)
        .hasMessageContaining("The config profile (nobody) could not be found");
  }

  @Test
  void credentials_eachSource_winsOverThoseAfterIt() throws IOException {
    file(
        "config",
        "[default]",
        "region=eu-west-1",
        "aws_access_key_id=CONFIG",
        "aws_secret_access_key=s");
    Map<String, String> environment = new HashMap<>();
    assertThat(signedBy(session(environment).client("dynamodb"))).isEqualTo("CONFIG");

    file("credentials", "[default]", "aws_access_key_id=SHARED", "aws_secret_access_key=s");
    assertThat(signedBy(session(environment).client("dynamodb"))).isEqualTo("SHARED");

    environment.put("AWS_ACCESS_KEY_ID", "VARIABLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "s");
    assertThat(signedBy(session(environment).client("dynamodb"))).isEqualTo("VARIABLE");

    Session inCode =
        Sessions.bare(recorder)
            .home(home)
            .environment(environment)
            .credentials(Credentials.of("CODE", "s"))
            .build();
    assertThat(signedBy(inCode.client("dynamodb"))).isEqualTo("CODE");
    assertThat(
            signedBy(inCode.client("dynamodb", c -> c.credentials(Credentials.of("CLIENT", "s")))))
        .isEqualTo("CLIENT");
  }

  @Test
  void credentials_profileInCode_winsOverTheEnvironment() throws IOException {
    file("credentials", "[dev]", "aws_access_key_id=DEV", "aws_secret_access_key=s");
    Session session =
        Sessions.bare(recorder)
            .home(home)
            .environment(Map.of("AWS_ACCESS_KEY_ID", "VARIABLE", "AWS_SECRET_ACCESS_KEY", "s"))
            .profile("dev")
            .region("eu-west-1")
            .build();

    assertThat(signedBy(session.client("dynamodb"))).isEqualTo("DEV");
  }

  @Test
  void credentials_secretMissing_namesIt() {
    Session session = session(Map.of("AWS_ACCESS_KEY_ID", "A", "AWS_REGION", "eu-west-1"));

    assertThatThrownBy(() -> session.client("dynamodb").call("ListTables"))
        .isInstanceOf(PartialCredentialsException.class)
        .hasMessageContaining("AWS_SECRET_ACCESS_KEY");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void credentials_ofRotatingProvider_areAskedForAtEachCall() {
    int[] count = {0};
    Session session =
        Sessions.bare(recorder)
            .region("eu-west-1")
            .credentials(() -> Credentials.of("KEY" + ++count[0], "s"))
            .build();
    Client client = session.client("dynamodb", c -> c.accountIdEndpointMode("disabled"));

    assertThat(signedBy(client)).isEqualTo("KEY1");
    assertThat(signedBy(client)).isEqualTo("KEY2");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @ParameterizedTest
  @CsvSource({"false, true", "true, false"})
  void parameterValidation_ofTheProfile_yieldsToCode(String inProfile, boolean refused)
      throws IOException {
    file("config", "[default]", "parameter_validation = " + inProfile);
    Session session = Sessions.with(recorder).home(home).build();

    session.client("dynamodb", c -> c.parameterValidation(false)).call("DescribeTable");
    assertThat(recorder.requests()).hasSize(1);
    Client byProfile = session.client("dynamodb");
    if (refused) {
      byProfile.call("DescribeTable");
      assertThat(recorder.requests()).hasSize(2);
    } else {
      assertThatThrownBy(() -> byProfile.call("DescribeTable"))
          .hasMessageContaining("Missing required parameter in input: \"TableName\"");
    }
  }

  @Test
  void config_ofSession_yieldsToTheClients() {
    Session session =
        Sessions.with(recorder)
            .config(c -> c.readTimeout(Duration.ofSeconds(5)).userAgentExtra("first"))
            .config(c -> c.connectTimeout(Duration.ofSeconds(2)).userAgentExtra("second"))
            .build();

    Client client = session.client("dynamodb", c -> c.readTimeout(Duration.ofSeconds(9)));

    assertThat(client.config().readTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(client.config().connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    client.call("ListTables");
    assertThat(recorder.last().headers().first("User-Agent")).endsWith(" second");
    assertThat(session.client("dynamodb").config().readTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void services_builtIn_areAllOfAws() {
    assertThat(Sessions.with(recorder).build().services())
        .hasSizeGreaterThan(400)
        .isSorted()
        .contains("dynamodb", "s3", "kms");
  }

  @Test
  void environment_ofBuilder_isCopied() {
    Map<String, String> environment = new HashMap<>(Map.of("AWS_REGION", "one"));
    Session session = session(environment);
    environment.put("AWS_REGION", "two");

    assertThat(session.region()).isEqualTo("one");
  }

  @Test
  void builder_nulls_areRefusedAtOnce() {
    Session.Builder builder = Session.builder();

    assertThatThrownBy(() -> builder.region(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.profile(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.credentials(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.environment(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.home(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.dataPath(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.clock(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.transport(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.config(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void client_tenThousandTimes_keepsNothing() {
    Session session = Sessions.with(recorder).build();
    session.client("ec2-instance-connect").call("SendSSHPublicKey", sshKey());
    System.gc();
    long before = used();

    for (int i = 0; i < 10_000; i++) {
      session.client("dynamodb").call("ListTables");
      recorder.requests().clear();
    }

    System.gc();
    // If each client were kept, that would take more than a hundred megabytes.
    assertThat(used() - before).isLessThan(30_000_000L);
  }

  private static Map<String, String> sshKey() {
    return Map.of(
        "InstanceId",
        "i-1234567890abcdef0",
        "InstanceOSUser",
        "u",
        "SSHPublicKey",
        "k".repeat(300));
  }

  @SuppressWarnings("SystemOut") // none is written; the runtime is asked
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void firstUse_byManyThreads_isSafe() throws Exception {
    for (int round = 0; round < 20; round++) {
      Recorder own = new Recorder().answer(200, "{\"Item\": {\"id\": {\"S\": \"x\"}}}");
      Session session = Sessions.with(own).build();
      CyclicBarrier start = new CyclicBarrier(8);
      ExecutorService pool = Executors.newFixedThreadPool(8);
      try {
        List<Future<Response>> answers =
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        pool.submit(
                            () -> {
                              start.await();
                              return session
                                  .client("dynamodb")
                                  .call(
                                      i % 2 == 0 ? "GetItem" : "get_item",
                                      Map.of(
                                          "TableName", "t", "Key", Map.of("id", Map.of("S", "x"))));
                            }))
                .toList();
        for (Future<Response> answer : answers) {
          assertThat(answer.get().map("Item")).isEqualTo(Map.of("id", Map.of("S", "x")));
        }
      } finally {
        pool.shutdownNow();
      }
      assertThat(own.requests()).hasSize(8);
    }
  }

  @Test
  void toString_always_showsEffectiveProfileAndRegion() throws IOException {
    file("config", "[default]", "region = eu-central-1", "[profile dev]", "region = eu-north-1");

    assertThat(session(Map.of())).hasToString("Session[profile=default, region=eu-central-1]");
    assertThat(session(Map.of("AWS_REGION", "us-east-2", "AWS_SECRET_ACCESS_KEY", "CANARY")))
        .hasToString("Session[profile=default, region=us-east-2]");
    assertThat(session(Map.of("AWS_PROFILE", "dev")))
        .hasToString("Session[profile=dev, region=eu-north-1]");
    assertThat(session(Map.of("AWS_REGION", "x/#")))
        .hasToString("Session[profile=default, region=InvalidRegionException]");
    assertThat(Sessions.bare(recorder).build())
        .hasToString("Session[profile=default, region=null]");
    assertThat(Sessions.with(recorder).build())
        .hasToString("Session[profile=default, region=eu-west-1]");
  }
}
