package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.model.codec.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Chains of events, checked against {@code event_signatures.py}, which uses Python's HMAC. */
final class EventSignerTest {
  @TestFactory
  Stream<DynamicTest> chains() throws IOException {
    try (InputStream in = EventSignerTest.class.getResourceAsStream("event-signatures.json")) {
      List<?> chains = (List<?>) new JsonReader(in.readAllBytes()).readValue();
      assertThat(chains).hasSize(3);
      return chains.stream()
          .map(each -> (Map<?, ?>) each)
          .map(each -> dynamicTest("event signatures / " + each.get("id"), () -> check(each)));
    }
  }

  private static void check(Map<?, ?> chain) {
    Ticks clock = new Ticks();
    EventSigner signer =
        new EventSigner(
            SigningProperties.of((String) chain.get("service"), (String) chain.get("region")),
            Credentials.of("AKIDEXAMPLE", (String) chain.get("secret"), "token"),
            "AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=" + chain.get("seed"),
            clock);
    for (Object each : (List<?>) chain.get("events")) {
      Map<?, ?> event = (Map<?, ?>) each;
      clock.now = Instant.ofEpochMilli(((Number) event.get("millis")).longValue());
      byte[] payload = Base64.getDecoder().decode((String) event.get("payload"));
      assertThat(Base64.getEncoder().encodeToString(signer.sign(payload)))
          .isEqualTo(event.get("frame"));
    }
  }

  private static final class Ticks extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
