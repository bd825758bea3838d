package io.boto4j.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.LocalCredentials;
import io.boto4j.spark.LocalSessions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SessionSpecTest {
  private static SessionSpec of(Map<String, String> given) {
    return SessionSpec.of(Options.of(given, "The source aws", SessionSpec.OPTIONS));
  }

  private static SessionSpec local(LocalAws aws) {
    return of(
        Params.of(
                "endpointUrl", aws.endpoint().toString(),
                "sessionFactory", LocalSessions.class.getName(),
                "credentialsProvider", LocalCredentials.class.getName())
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> (String) e.getValue())));
  }

  private static byte[] serialized(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  @Test
  void client_ofADeserializedSpec_isTheSameAndCalls() throws IOException, ClassNotFoundException {
    try (LocalAws aws = LocalAws.start()) {
      SessionSpec spec = local(aws);
      Object copy = new ObjectInputStream(new ByteArrayInputStream(serialized(spec))).readObject();
      Client client = ((SessionSpec) copy).client("sts");

      assertThat(client).isSameAs(spec.client("sts"));
      assertThat(client.call("GetCallerIdentity").text("Account")).isEqualTo(LocalAws.ACCOUNT);
      assertThat(spec.withRegion("eu-west-1").client("sts").region()).isEqualTo("eu-west-1");
    }
  }

  @Test
  void roleArn_isAssumedAtTheFirstCall() {
    try (LocalAws aws = LocalAws.start()) {
      aws.session()
          .client("iam")
          .call(
              "CreateRole",
              Map.of(
                  "RoleName",
                  "reader",
                  "AssumeRolePolicyDocument",
                  "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                      + "{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}]}"));
      SessionSpec spec =
          of(
              Map.of(
                  "sessionFactory.endpoint",
                  aws.endpoint().toString(),
                  "sessionFactory",
                  LocalSessions.class.getName(),
                  "roleArn",
                  "arn:aws:iam::123456789012:role/reader"));
      assertThat(spec.client("sts").call("GetCallerIdentity").text("Arn"))
          .contains("assumed-role/reader");
    }
  }

  @Test
  void spec_serializedOrPrinted_containsNoSecret() throws IOException {
    try (LocalAws aws = LocalAws.start()) {
      SessionSpec spec = local(aws);
      spec.client("sts").call("GetCallerIdentity");
      assertThat(new String(serialized(spec), StandardCharsets.ISO_8859_1))
          .contains("LocalCredentials")
          .doesNotContain(LocalCredentials.SECRET)
          .doesNotContain("AKIA");
      assertThat(spec.toString())
          .isEqualTo(
              "session(default region, provider io.boto4j.spark.LocalCredentials, factory"
                  + " io.boto4j.spark.LocalSessions)");
    }
  }

  @Test
  void options_areThoseOfTheClients() {
    SessionSpec spec =
        of(
            Map.of(
                "sessionFactory",
                LocalSessions.class.getName(),
                "region",
                "eu-west-1",
                "maxAttempts",
                "7",
                "retryMode",
                "adaptive",
                "readTimeout",
                "5s"));
    Client client = spec.client("sqs");
    assertThat(client.region()).isEqualTo("eu-west-1");
    assertThat(client.config().maxAttempts()).isEqualTo(7);
    assertThat(client.config().retryMode()).isEqualTo("adaptive");
    assertThat(client.config().readTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void classes_thatDoNotFit_areRefusedAtOnce() {
    assertThatThrownBy(() -> of(Map.of("credentialsProvider", "no.such.Provider")))
        .hasMessage(
            "The option 'credentialsProvider': the class no.such.Provider is not on the class path"
                + " of the driver and the executors.");
    assertThatThrownBy(() -> of(Map.of("credentialsProvider", "java.lang.String")))
        .hasMessageContaining(
            "java.lang.String does not implement io.boto4j.credentials.CredentialsProvider.");
    assertThatThrownBy(
            () ->
                of(Map.of(
                        "credentialsProvider",
                        LocalCredentials.class.getName(),
                        "credentialsProvider.vault",
                        "x"))
                    .session())
        .hasMessageContaining("has no public constructor that takes a Map of options.");
  }
}
