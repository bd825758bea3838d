package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hosts of calls, which no value from the caller can redirect elsewhere. */
final class EndpointHostsTest {
  private static final String EVIL = "x.evil.com/#";

  private final Recorder recorder = new Recorder().answer(200, "");

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "iam, eu-west-1, ListUsers, iam.amazonaws.com, us-east-1/iam",
    "sts, eu-west-1, GetCallerIdentity, sts.eu-west-1.amazonaws.com, eu-west-1/sts",
    "sts, cn-north-1, GetCallerIdentity, sts.cn-north-1.amazonaws.com.cn, cn-north-1/sts",
    "s3, us-east-1, ListBuckets, s3.amazonaws.com, us-east-1/s3",
    "dynamodb, us-gov-west-1, ListTables, dynamodb.us-gov-west-1.amazonaws.com,"
        + " us-gov-west-1/dynamodb",
    "organizations, us-west-2, ListRoots, organizations.us-east-1.amazonaws.com,"
        + " us-east-1/organizations"
  })
  void call_withoutEndpointUrl_goesToTheServicesHost(
      String service, String region, String operation, String host, String scope) {
    if (service.equals("iam") || service.equals("sts")) {
      recorder.answer(200, "<Answer><GetCallerIdentityResult/><ListUsersResult/></Answer>");
    }

    Sessions.with(recorder).region(region).build().client(service).call(operation);

    HttpRequest sent = recorder.last();
    assertThat(sent.uri()).hasToString("https://" + host + sent.uri().getRawPath());
    assertThat(sent.headers().first("Authorization")).contains("/" + scope + "/aws4_request");
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, https://bucket.s3.eu-west-1.amazonaws.com/key",
    "bucket.with.dots, https://s3.eu-west-1.amazonaws.com/bucket.with.dots/key",
    "UPPER, https://s3.eu-west-1.amazonaws.com/UPPER/key",
    "under_score, https://s3.eu-west-1.amazonaws.com/under_score/key",
    "127.0.0.1, https://s3.eu-west-1.amazonaws.com/127.0.0.1/key",
    "arn:aws:s3:eu-west-1:123456789012:accesspoint/mine,"
        + " https://mine-123456789012.s3-accesspoint.eu-west-1.amazonaws.com/key"
  })
  void bucket_standsInTheHost_onlyAsALabel(String bucket, String url) {
    Sessions.client("s3", recorder).call("GetObject", Map.of("Bucket", bucket, "Key", "key"));

    assertThat(recorder.last().uri()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.com/#",
        "evil.com@",
        "arn:aws:s3:eu-west-1:evil.com/#:accesspoint/mine",
        "arn:aws:s3:evil.com/#:123456789012:accesspoint/mine",
        "arn:aws:s3:eu-west-1:123456789012:accesspoint/evil.com#",
        "arn:aws:s3-outposts:eu-west-1:123456789012:outpost/evil.com@/accesspoint/x",
        "arn:aws:s3::123456789012:accesspoint/evil.com?x"
      })
  void bucket_arnWithHostileParts_isRefused(String arn) {
    Client s3 = Sessions.client("s3", recorder);

    assertThatThrownBy(() -> s3.call("GetObject", Map.of("Bucket", arn, "Key", "k")))
        .isInstanceOf(Boto4jException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, "a.b", "a@b", "-a", "a:1", "\u00e4", "eu west-1", "12345"})
  void region_noLabel_isRefusedFromCodeEnvironmentAndFile(String region) throws IOException {
    Session inCode = Sessions.with(recorder).region(region).build();
    Session inClient = Sessions.with(recorder).build();
    Session inEnvironment =
        Sessions.bare(recorder).environment(Map.of("AWS_REGION", region)).build();
    Path config = Files.writeString(home.resolve("config"), "[default]\nregion = " + region);
    Session inFile =
        Sessions.bare(recorder).environment(Map.of("AWS_CONFIG_FILE", config.toString())).build();

    for (Session session : List.of(inCode, inEnvironment, inFile)) {
      assertThatThrownBy(() -> session.client("sts")).isInstanceOf(InvalidRegionException.class);
    }
    assertThatThrownBy(() -> inClient.client("sts", c -> c.region(region)))
        .isInstanceOf(InvalidRegionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, "evil.com/", "1@evil.com", ""})
  void accountId_noLabel_neverReachesAHost(String accountId) {
    assertThatThrownBy(
            () -> Credentials.of(Sessions.KEY_ID, Sessions.SECRET).withAccountId(accountId))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void accountId_ofCredentials_isPartOfTheHost() {
    Credentials credentials =
        Credentials.of(Sessions.KEY_ID, Sessions.SECRET).withAccountId("123456789012");
    Session session = Sessions.with(recorder).credentials(credentials).build();

    session.client("dynamodb").call("ListTables");
    assertThat(recorder.last().uri()).hasHost("123456789012.ddb.eu-west-1.amazonaws.com");
    session.client("dynamodb", c -> c.accountIdEndpointMode("disabled")).call("ListTables");
    assertThat(recorder.last().uri()).hasHost("dynamodb.eu-west-1.amazonaws.com");
    session.client("dynamodb", c -> c.endpointUrl("http://127.0.0.1:8000")).call("ListTables");
    assertThat(recorder.last().uri()).hasToString("http://127.0.0.1:8000/");
  }

  @ParameterizedTest
  @CsvSource({
    "BatchGetItem, keys",
    "TransactGetItems, projection",
    "TransactWriteItems, several",
    "ImportTable, path",
    "GetItem, member"
  })
  void resourceArn_inTheInput_namesTheAccount(String operation, String form) {
    String arn = "arn:aws:dynamodb:eu-west-1:222222222222:table/t";
    Map<String, Object> input =
        switch (form) {
          case "keys" -> Map.of("RequestItems", Map.of(arn, Map.of()));
          case "projection" ->
              Map.of("TransactItems", List.of(Map.of("Get", Map.of("TableName", arn))));
          case "several" ->
              Map.of(
                  "TransactItems",
                  new Object[] {
                    Map.of("Put", Map.of("TableName", arn)),
                    Map.of("Delete", Map.of("TableName", "other"))
                  });
          case "path" -> Map.of("TableCreationParameters", Map.of("TableName", arn));
          default -> Map.of("TableName", arn, "Key", Map.of());
        };

    Sessions.with(recorder)
        .build()
        .client("dynamodb", c -> c.parameterValidation(false))
        .call(operation, input);

    assertThat(recorder.last().uri()).hasHost("222222222222.ddb.eu-west-1.amazonaws.com");
  }

  @ParameterizedTest
  @CsvSource({
    "auto, http://127.0.0.1:9000, http://127.0.0.1:9000/bucket/a//b",
    "auto, https://r2.example.com/base/, https://r2.example.com/base/bucket/a//b",
    "path, https://r2.example.com, https://r2.example.com/bucket/a//b",
    "virtual, https://r2.example.com, https://bucket.r2.example.com/a//b",
    "virtual, http://127.0.0.1:9000, http://127.0.0.1:9000/bucket/a//b"
  })
  void lookAlike_withEndpointUrl_isAddressedAsInBoto3(String style, String url, String called) {
    Client s3 =
        Sessions.with(recorder)
            .build()
            .client("s3", c -> c.endpointUrl(url).s3(s -> s.addressingStyle(style)));

    s3.call("GetObject", Map.of("Bucket", "bucket", "Key", "a//b"));

    assertThat(recorder.last().uri()).hasToString(called);
    assertThat(s3.endpointUrl()).hasToString(url.replaceAll("/$", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "ListObjectsV2, https://bucket.s3.eu-west-1.amazonaws.com/?list-type=2&encoding-type=url",
    "HeadBucket, https://bucket.s3.eu-west-1.amazonaws.com/",
    "GetBucketAcl, https://bucket.s3.eu-west-1.amazonaws.com/?acl",
    "GetBucketLocation, https://s3.eu-west-1.amazonaws.com/bucket?location"
  })
  void bucketOperation_virtualHost_keepsItsQuery(String operation, String url) {
    Sessions.client("s3", recorder).call(operation, Map.of("Bucket", "bucket"));

    assertThat(recorder.last().uri()).hasToString(url);
  }

  @Test
  void s3Control_account_isInTheHostOnce() {
    Sessions.client("s3control", recorder).call("ListJobs", Map.of("AccountId", "123456789012"));

    assertThat(recorder.last().uri()).hasHost("123456789012.s3-control.eu-west-1.amazonaws.com");
  }

  @Test
  void rule_error_isThrownWithItsText() {
    Client s3 =
        Sessions.with(recorder)
            .build()
            .client("s3", c -> c.region("cn-north-1").useFipsEndpoint(true));

    assertThatThrownBy(() -> s3.call("ListBuckets"))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("Partition does not support FIPS");
    assertThat(recorder.requests()).isEmpty();
  }
}
