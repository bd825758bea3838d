package io.boto4j.internal.signing;

import io.boto4j.credentials.Credentials;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.internal.text.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signer of the events of one request. The signature of an event includes that of the event
 * before; the first includes that of the request's head. Used by one thread at a time.
 *
 * <p>Source: docs.aws.amazon.com/transcribe, "Event stream encoding".
 */
public final class EventSigner {
  /** The payload hash of a request whose events are signed one by one. */
  public static final String STREAMING_EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

  private static final String ALGORITHM = "AWS4-HMAC-SHA256-PAYLOAD";
  private static final String DATE = ":date";
  private static final String SIGNATURE = ":chunk-signature";
  private static final int DAY_LENGTH = 8;

  private final Sha256 sha256 = new Sha256();
  private final SigningProperties properties;
  private final Credentials credentials;
  private final Clock clock;
  private String last;

  /**
   * Creates a signer.
   *
   * @param properties the credential scope
   * @param credentials the keys
   * @param authorization the header Authorization of the request's head
   * @param clock the clock
   */
  public EventSigner(
      SigningProperties properties, Credentials credentials, String authorization, Clock clock) {
    this.properties = properties;
    this.credentials = credentials;
    this.clock = clock;
    this.last = authorization.substring(authorization.lastIndexOf('=') + 1);
  }

  /**
   * Wraps an event in a signed one.
   *
   * @param event the event's frame; empty for the event that ends the stream
   * @return the frame to send
   */
  public byte[] sign(byte[] event) {
    // The string to sign has whole seconds, so the header must have them too.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put(DATE, now);
    byte[] signature = signature(now, FrameWriter.headers(headers), event);
    last = Sha256.hexOf(signature);
    headers.put(SIGNATURE, signature);
    return FrameWriter.frame(new EventMessage(headers, event));
  }

  private byte[] signature(Instant now, byte[] headers, byte[] event) {
    String time = Timestamps.sigV4(now);
    String day = time.substring(0, DAY_LENGTH);
    String text =
        ALGORITHM
            + "\n"
            + time
            + "\n"
            + day
            + "/"
            + properties.region()
            + "/"
            + properties.signingName()
            + "/aws4_request\n"
            + last
            + "\n"
            + sha256.hex(headers)
            + "\n"
            + sha256.hex(event);
    byte[] toSign = text.getBytes(StandardCharsets.UTF_8);
    return SigningKey.derive(
            sha256,
            credentials.secretAccessKey(),
            day,
            properties.region(),
            properties.signingName())
        .sign(toSign, 0, toSign.length);
  }
}
