package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual input and hostile responses for the customizations, beyond botocore's own cases. */
final class CustomizationEdgesTest {
  private static final Map<String, Object> KEY = Map.of("Bucket", "bucket", "Key", "key");

  private final Recorder recorder = new Recorder().answer(200, "");
  private final Client s3 = at("https://rest.example.com", "s3");

  private Client at(String url, String service) {
    return Sessions.with(recorder).build().client(service, c -> c.endpointUrl(url));
  }

  private static Map<String, Object> with(Map<String, Object> params, Object... more) {
    Map<String, Object> all = new LinkedHashMap<>(params);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  @Test
  void input_ofTheUser_staysAsItIs() {
    Map<String, Object> params = new HashMap<>(with(KEY, "SSECustomerKey", new byte[32]));
    Map<String, Object> before = new HashMap<>(params);

    s3.call("GetObject", params);

    assertThat(params).isEqualTo(before);
  }

  @Test
  void customerKey_asBuffer_isEncodedAndNotConsumed() {
    ByteBuffer key = ByteBuffer.wrap("key".getBytes(StandardCharsets.UTF_8));

    s3.call("GetObject", with(KEY, "SSECustomerKey", key));
    s3.call("GetObject", with(KEY, "SSECustomerKey", key));

    String name = "x-amz-server-side-encryption-customer-key";
    assertThat(recorder.last().headers().first(name)).isEqualTo("a2V5");
    assertThat(recorder.last().headers().first(name + "-MD5"))
        .isEqualTo("PG4LipwVIkqCKLmpjKFTHQ==");
  }

  @Test
  void customerKey_thatIsNoBytes_isReportedAndNotShown() {
    assertThatThrownBy(() -> s3.call("GetObject", with(KEY, "SSECustomerKey", 424242)))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("SSECustomerKey")
        .hasMessageNotContaining("424242");
  }

  @Test
  void customerKey_withMd5ButAsBytes_isNotShown() {
    Map<String, Object> params =
        with(KEY, "SSECustomerKey", "canary".getBytes(StandardCharsets.UTF_8));
    params.put("SSECustomerKeyMD5", "md5");

    assertThatThrownBy(() -> s3.call("GetObject", params))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "PutObject, foo, FOO",
    "PutObject, owner, Owner",
    "CreateMultipartUpload, a-b, A-b",
    "CopyObject, foo, fOO",
    "WriteGetObjectResponse, foo, FOO",
  })
  void metadata_whoseKeysDifferInCaseOnly_isRefused(String operation, String key, String other) {
    Map<String, Object> input = new LinkedHashMap<>(with(KEY, "CopySource", "b/k"));
    if (operation.equals("WriteGetObjectResponse")) {
      input = new LinkedHashMap<>(Map.of("RequestRoute", "r", "RequestToken", "t"));
    } else if (!operation.equals("CopyObject")) {
      input.remove("CopySource");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(key, "1");
    metadata.put("between", "2");
    metadata.put(other, "3");
    input.put("Metadata", metadata);

    for (boolean validates : new boolean[] {true, false}) {
      Client client =
          Sessions.with(recorder)
              .build()
              .client("s3", c -> c.endpointUrl("https://x.example").parameterValidation(validates));
      Map<String, Object> refused = input;
      assertThatThrownBy(() -> client.call(operation, refused))
          .isInstanceOf(ParamValidationException.class)
          .hasMessageContaining("Metadata")
          .hasMessageContaining("\"" + key + "\" and \"" + other + "\" name the same header");
      assertThatThrownBy(() -> client.presign(operation, refused))
          .isInstanceOf(ParamValidationException.class);
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void headersOfAMap_whoseKeysDifferInCaseOnly_areRefusedInRestJsonToo() {
    Client dataExchange = at("https://rest.example.com", "dataexchange");
    Map<String, Object> input = Map.of("DataSetId", "d", "RevisionId", "r", "AssetId", "a");

    assertThatThrownBy(
            () ->
                dataExchange.call(
                    "SendApiAsset", with(input, "RequestHeaders", Map.of("k", "1", "K", "2"))))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("name the same header");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void metadata_withDifferentKeys_isSent() {
    s3.call("PutObject", with(KEY, "Metadata", Map.of("foo", "1", "FOOD", "2")));

    assertThat(recorder.last().headers().first("x-amz-meta-foo")).isEqualTo("1");
    assertThat(recorder.last().headers().first("x-amz-meta-food")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b\n",
        "\nb",
        "b\u0000",
        "b\r\nHost: evil",
        "arn:aws:s3:::b",
        "arn:aws\n:s3",
        "b "
      })
  void bucket_thatIsNone_isRefusedOnOneLine(String bucket) {
    ParamValidationException e =
        catchThrowableOfType(
            ParamValidationException.class, () -> s3.call("HeadBucket", Map.of("Bucket", bucket)));

    assertThat(e.problems()).singleElement().asString().startsWith("Invalid bucket name \"");
    assertThat(e.problems().get(0))
        .doesNotContain("\n", "\r", "\u0000")
        .contains("Bucket name must match the regex", "or be an ARN matching the regex");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void bucket_endlessArn_isRefusedAtOnce() {
    String bucket = "arn:aws:s3:" + ":s3:".repeat(100_000);

    assertThatThrownBy(() -> s3.call("HeadBucket", Map.of("Bucket", bucket)))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("…");
  }

  @Test
  void bucket_withoutValidation_isCheckedAllTheSame() {
    Client unchecked =
        Sessions.with(recorder)
            .build()
            .client("s3", c -> c.endpointUrl("http://x").parameterValidation(false));

    assertThatThrownBy(() -> unchecked.call("HeadBucket", Map.of("Bucket", "a/../b")))
        .isInstanceOf(ParamValidationException.class);
  }

  @Test
  void bucket_thatIsNoText_isLeftToValidation() {
    Map<String, Object> params = new HashMap<>();
    params.put("Bucket", null);
    assertThatThrownBy(() -> s3.call("HeadBucket", params))
        .hasMessageContaining("Invalid type for parameter Bucket");
    assertThatThrownBy(() -> s3.call("HeadBucket", Map.of("Bucket", 5)))
        .hasMessageContaining("Invalid type for parameter Bucket");
  }

  @Test
  void copySource_withLineEndInItsVersion_neverReachesAHeader() {
    Map<String, String> source = Map.of("Bucket", "b", "Key", "k\r\n", "VersionId", "v\r\nX: y");

    assertThatThrownBy(() -> s3.call("CopyObject", with(KEY, "CopySource", source)))
        .isInstanceOf(RuntimeException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void copySource_thatIsNoneOfBoth_isLeftToValidation() {
    assertThatThrownBy(() -> s3.call("CopyObject", with(KEY, "CopySource", List.of("b/k"))))
        .hasMessageContaining("Invalid type for parameter CopySource");
    assertThatThrownBy(() -> s3.call("CopyObject", KEY))
        .hasMessageContaining("Missing required parameter in input: \"CopySource\"");
  }

  @Test
  void expect_stream_isSentWithAnyUpload() {
    at("https://rest.example.com", "s3")
        .call(
            "WriteGetObjectResponse",
            Map.of(
                "RequestRoute",
                "r",
                "RequestToken",
                "t",
                "Body",
                new ByteArrayInputStream(new byte[3])));

    assertThat(recorder.last().headers().first("Expect")).isEqualTo("100-continue");
  }

  @Test
  void expect_emptyBodyOrSwitchedOff_isLeftOut(@TempDir Path folder) throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    for (Object body : new Object[] {new byte[0], "", empty}) {
      s3.call("PutObject", with(KEY, "Body", body));
      assertThat(recorder.last().headers().contains("Expect")).isFalse();
    }
    s3.call("PutObject", KEY);
    assertThat(recorder.last().headers().contains("Expect")).isFalse();

    s3.call("PutObject", with(KEY, "Body", "x"));
    assertThat(recorder.last().headers().first("Expect")).isEqualTo("100-continue");

    Sessions.with(recorder)
        .build()
        .client("s3", c -> c.s3(s -> s.expectContinue(false)))
        .call("PutObject", with(KEY, "Body", "x"));
    assertThat(recorder.last().headers().contains("Expect")).isFalse();
  }

  @Test
  void presign_s3_isCustomizedToo() {
    URI url = s3.presign("ListObjectsV2", Map.of("Bucket", "b"), Duration.ofMinutes(1));

    assertThat(url.getRawQuery()).contains("encoding-type=url");
    assertThatThrownBy(
            () -> s3.presign("HeadBucket", Map.of("Bucket", "a/b"), Duration.ofMinutes(1)))
        .hasMessageContaining("Invalid bucket name");
  }

  @Test
  void expires_asText_isPartOfTheStructure() {
    recorder.answer(200, "", "Expires", "soon", "x-amz-server-side-encryption-aws-kms-key-id", "k");

    Response answer = s3.call("HeadObject", KEY);

    assertThat(answer.text("ExpiresString")).isEqualTo("soon");
    assertThat(answer.containsKey("ExpiresString")).isTrue();
    assertThat(answer).containsEntry("ExpiresString", "soon").hasSize(3);
    assertThat(answer.search("ExpiresString")).isEqualTo("soon");
    assertThat(answer).hasToString("{Metadata={}, SSEKMSKeyId=***, ExpiresString=soon}");
    recorder.answer(200, "", "Expires", "soon");
    assertThat(s3.call("HeadObject", KEY)).hasToString("{Metadata={}, ExpiresString=soon}");
  }

  @Test
  void policy_inAnAnswer_isReadThroughItsStructures() {
    recorder.answer(
        200,
        "<GetRoleResponse><GetRoleResult><Role><RoleName>r</RoleName><AssumeRolePolicyDocument>"
            + "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%7D%5D%7D"
            + "</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>");

    Response answer = at("http://x", "iam").call("GetRole", Map.of("RoleName", "r"));

    Structure role = answer.structure("Role");
    assertThat(role.map("AssumeRolePolicyDocument")).containsOnlyKeys("Statement");
    assertThat(answer.search("Role.AssumeRolePolicyDocument.Statement[0].Effect"))
        .isEqualTo("Allow");
    assertThat(role.text("RoleName")).isEqualTo("r");
    assertThat(role.toString()).contains("Effect=Allow");
  }

  @Test
  void policy_nestedWithoutEnd_staysText() {
    String deep = "[".repeat(100_000);
    recorder.answer(
        200,
        "<R><GetRolePolicyResult><PolicyDocument>"
            + deep
            + "</PolicyDocument></GetRolePolicyResult></R>");

    Response answer =
        at("http://x", "iam").call("GetRolePolicy", Map.of("RoleName", "r", "PolicyName", "p"));

    assertThat(answer.text("PolicyDocument")).isEqualTo(deep);
  }

  @Test
  void error_withTwoCodes_isBoth() {
    recorder.answer(
        400,
        "{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\"}",
        "x-amzn-query-error",
        "AWS.SimpleQueueService.NonExistentQueue;Sender");

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> at("http://x", "sqs").call("GetQueueUrl", Map.of("QueueName", "q")));

    assertThat(e.is("QueueDoesNotExist")).isTrue();
    assertThat(e.is("AWS.SimpleQueueService.NonExistentQueue")).isTrue();
    assertThat(e.is("Sender")).isFalse();
    assertThat(e.code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "realtime.example.com",
        "ftp://x",
        "https://user@evil.com",
        "https://x.com/#",
        "https://",
        "https://a b",
        "https://a\r\nb"
      })
  void predictEndpoint_thatIsNone_isRefused(String url) {
    Map<String, Object> params =
        Map.of("MLModelId", "m", "Record", Map.of(), "PredictEndpoint", url);

    assertThatThrownBy(() -> Sessions.client("machinelearning", recorder).call("Predict", params))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("Invalid endpoint: ");
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.evil.com/#", "", "-a", "a.b", "a b", "a@b", "\u00fc"})
  void sourceRegion_thatIsNoLabel_neverReachesAHost(String region) {
    assertThatThrownBy(
            () ->
                Sessions.client("ec2", recorder)
                    .call("CopySnapshot", Map.of("SourceRegion", region, "SourceSnapshotId", "s")))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Invalid value for parameter SourceRegion");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void sourceRegion_ownEndpoint_isSignedThere() {
    recorder.answer(200, "<R><CopyDBSnapshotResult/></R>");

    at("http://127.0.0.1:5000", "rds")
        .call(
            "CopyDBSnapshot",
            Map.of(
                "SourceRegion",
                "us-east-1",
                "SourceDBSnapshotIdentifier",
                "s",
                "TargetDBSnapshotIdentifier",
                "t"));

    assertThat(Recorder.body(recorder.last()))
        .contains("PreSignedUrl=http%3A%2F%2F127.0.0.1%3A5000%2F%3FAction", "us-east-1%252Frds")
        .doesNotContain("SourceRegion");
  }

  @Test
  void glacier_stream_isKeptAndHashed() {
    recorder.answer(201, "{}");

    at("http://x", "glacier")
        .call(
            "UploadArchive",
            Map.of("vaultName", "v", "body", new ByteArrayInputStream(new byte[] {'a', 'b', 'c'})));

    HttpRequest sent = recorder.last();
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(sent.headers().first("x-amz-sha256-tree-hash")).isEqualTo(abc);
    assertThat(sent.headers().first("x-amz-content-sha256")).isEqualTo(abc);
    assertThat(Recorder.body(sent)).isEqualTo("abc");
  }

  @Test
  void glacier_streamTooLongToKeep_saysToPassAFile() {
    assertThatThrownBy(
            () ->
                at("http://x", "glacier")
                    .call(
                        "UploadArchive",
                        Map.of(
                            "vaultName",
                            "v",
                            "body",
                            new ByteArrayInputStream(new byte[17 * 1024 * 1024]))))
        .isInstanceOf(RequestBodyException.class)
        .hasMessageContaining("pass a Path or bytes");
  }

  @Test
  void glacier_file_isReadForItsHashAndSent(@TempDir Path folder) throws Exception {
    byte[] bytes = new byte[2 * 1024 * 1024 + 1];
    Arrays.fill(bytes, (byte) 7);
    Path file = Files.write(folder.resolve("archive"), bytes);
    recorder.answer(201, "{}");
    Client glacier = at("http://x", "glacier");

    glacier.call("UploadArchive", Map.of("vaultName", "v", "body", file));
    String ofFile = recorder.last().headers().first("x-amz-sha256-tree-hash");
    glacier.call("UploadArchive", Map.of("vaultName", "v", "body", bytes));

    assertThat(ofFile).isEqualTo(recorder.last().headers().first("x-amz-sha256-tree-hash"));
  }

  @Test
  void userData_asFile_isItsContent(@TempDir Path folder) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n");
    recorder.answer(200, "<R/>");

    at("http://x", "ec2")
        .call("RunInstances", Map.of("MinCount", 1, "MaxCount", 1, "UserData", script));

    assertThat(Recorder.body(recorder.last())).contains("UserData=IyEvYmluL3NoCg%3D%3D");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void names_thatNeverWere_areUnknownStill() {
    Client messaging = Sessions.client("socialmessaging", recorder);

    assertThatThrownBy(() -> messaging.call("delete_whatsapp_media_messages"))
        .hasMessageContaining("Unknown operation");
    assertThatThrownBy(() -> Sessions.client("sqs", recorder).call("delete_whatsapp_media_message"))
        .hasMessageContaining("Unknown operation");
    assertThatThrownBy(() -> Sessions.client("runtime.other", recorder))
        .hasMessageContaining("Unknown service");
  }
}
