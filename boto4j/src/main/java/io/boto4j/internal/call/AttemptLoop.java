package io.boto4j.internal.call;

import io.boto4j.CallOptions;
import io.boto4j.Response;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes attempts at a call until one succeeds, or no further one is due: each signs, sends, checks
 * and parses anew.
 *
 * <p>A call may come here again with another endpoint; its state remembers what was tried. What is
 * needed after a failure only is loaded then. Thread-safe.
 */
final class AttemptLoop {
  private static final String CRC32 = "x-amz-crc32";

  private final CallParts parts;
  private final RetryParts retryParts;
  private final Protocol protocol;
  private final SignRequest signRequest;
  private final SendRequest sendRequest;
  private final ParseResponse parseResponse;
  private final boolean tellsAccountId;
  private final boolean checksCrc32;

  /** Made at the first failure, unless the mode begins to learn before. */
  private volatile @Nullable Retries retries;

  AttemptLoop(CallParts parts, SignRequest signRequest, boolean tellsAccountId) {
    this.parts = parts;
    this.retryParts = parts.retries();
    this.protocol = parts.protocol();
    this.signRequest = signRequest;
    this.sendRequest = new SendRequest(parts.transport(), parts.clock());
    this.parseResponse = new ParseResponse(parts);
    this.tellsAccountId = tellsAccountId;
    this.checksCrc32 = parts.service().serviceId().equals("DynamoDB");
    this.retries = retryParts.mode().equals("adaptive") ? new Retries(parts, signRequest) : null;
  }

  /** The state of a call that begins. */
  CallState begin(
      OperationModel operation, Map<String, ?> parameters, @Nullable CallOptions options) {
    return new CallState(operation, parameters, options, retryParts, signRequest.clock());
  }

  private void name(CallState call) {
    UUID id =
        retryParts.invocationIds() == null
            ? new UUID(randomBits(), randomBits())
            : retryParts.invocationIds().get();
    call.name(id.toString());
  }

  /** A double has 53 random bits. */
  private long randomBits() {
    return (long) (retryParts.random().getAsDouble() * 0x1p53) << 11 ^ System.nanoTime();
  }

  /**
   * Makes attempts.
   *
   * @param call the call, which may have attempts behind it
   * @param input its complete input
   * @param request the request, not yet signed
   * @param schemes how the endpoint wants it signed
   * @return the answer
   * @throws RuntimeException what the last attempt failed with
   */
  Response send(
      CallState call, Map<String, ?> input, HttpRequest request, List<AuthScheme> schemes) {
    OperationModel operation = call.operation();
    boolean streams = protocol.streams(operation);
    if (!call.isNamed()) {
      name(call);
    }
    while (true) {
      try {
        Retries learning = retries;
        if (learning != null) {
          learning.beforeAttempt(call);
        }
        call.begin(signRequest.clock());
        CallHooks hooks = call.hooks();
        HttpRequest unsigned = hooks == null ? request : hooks.beforeSign(request);
        HttpRequest bare = signRequest.sign(call, unsigned, schemes);
        HttpRequest signed = call.describe(bare, userAgent(call, bare.headers()));
        if (call.isTooLate(Duration.ZERO)) {
          throw retries().tooLate(call, null);
        }
        SendRequest.Answer answer =
            check(operation, input, sendRequest.send(signed, call, streams), streams);
        WireResponse meant = parseResponse.meant(operation, answer);
        if (meant.statusCode() < 300 && !isDamaged(meant)) {
          return succeeded(call, answer, meant);
        }
        retries().afterAnswer(call, request, meant, answer, parseResponse);
      } catch (RuntimeException e) {
        retries().afterException(call, request, e);
      }
    }
  }

  /** Of the credentials that signed: asked again, a provider may give others. */
  private String userAgent(CallState call, Headers headers) {
    long features = Features.of(call.operation(), headers);
    String authorization = headers.first("Authorization");
    if (authorization != null && authorization.startsWith("AWS4-")) {
      Credentials signing = call.signingKeys();
      Credentials keys = signing == null ? parts.credentials().credentials() : signing;
      boolean tells = tellsAccountId && keys.accountId() != null;
      features |= Features.of(keys.source(), tells);
    }
    return parts.userAgent().text(features);
  }

  private Response succeeded(CallState call, SendRequest.Answer answer, WireResponse meant) {
    Retries learning = retries;
    if (learning != null) {
      learning.afterSuccess(call);
    }
    return parseResponse.output(call, answer, meant, call.succeeded());
  }

  private static SendRequest.Answer check(
      OperationModel operation, Map<String, ?> input, SendRequest.Answer answer, boolean streams) {
    return operation.traits().flag(ChecksumRequest.TRAIT)
        ? ValidateChecksum.of(operation, input, answer, streams)
        : answer;
  }

  /** DynamoDB sums up each of its answers. */
  private boolean isDamaged(WireResponse answer) {
    String expected = checksCrc32 ? answer.headers().first(CRC32) : null;
    return expected != null && !DynamoDbChecksum.fits(expected, answer.body());
  }

  private Retries retries() {
    Retries made = retries;
    if (made == null) {
      synchronized (this) {
        made = retries;
        if (made == null) {
          made = new Retries(parts, signRequest);
          retries = made;
        }
      }
    }
    return made;
  }
}
