package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The client of an {@link S3Transfer}, and what is common to all its requests. */
final class Store implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");
  private static final Set<String> READS = Set.of("GetObject", "HeadObject");
  private static final String CHECKSUM_MODE = "ChecksumMode";

  private final Client client;
  private final Client sender;
  private final TransferConfig config;
  private final ExtraArgs extraArgs;
  private final Ladder ladder;
  private final PartBody.Settings bodies;

  /** Learns how deletions must be protected, which need a checksum whatever the settings are. */
  private final Ladder deletions = new Ladder(Dialect.COMPOSITE);

  private final Client withMd5;
  private final List<Client> own = new ArrayList<>();

  /** A client that adds no checksums of its own; created for stores that do not know them. */
  private @Nullable Client plain;

  /** A client that does not ask for checksums of objects; created for stores that refuse that. */
  private @Nullable Client unchecked;

  private volatile boolean refusesToSendChecksums;

  Store(Client client, TransferConfig config) {
    this.client = client;
    this.sender = client.with(new SendWatch());
    this.withMd5 = client.with(new Md5Header());
    this.config = config;
    this.extraArgs = new ExtraArgs(client);
    boolean checksums = client.requestChecksumCalculation().equals("when_supported");
    this.plain = checksums ? null : sender;
    this.ladder = new Ladder(checksums ? Dialect.FULL_OBJECT : Dialect.NONE);
    boolean signs = "http".equals(client.endpointUrl().getScheme());
    this.bodies = new PartBody.Settings(config.ioChunksize(), config.bandwidth(), signs);
  }

  Client client() {
    return client;
  }

  TransferConfig config() {
    return config;
  }

  ExtraArgs extraArgs() {
    return extraArgs;
  }

  PartBody.Settings bodies() {
    return bodies;
  }

  Ladder ladder() {
    return ladder;
  }

  /**
   * Calls an operation with those of the parameters that it takes.
   *
   * @param own the parameters of this request alone
   */
  Response call(String operation, Map<String, ?> parameters, Map<String, ?> own, Tracker tracker) {
    return READS.contains(operation)
        ? read(operation, parameters, own, tracker)
        : call(client, operation, parameters, own, tracker);
  }

  /** Reads an object, and asks for its checksum unless the store has refused that. */
  private Response read(
      String operation, Map<String, ?> parameters, Map<String, ?> own, Tracker tracker) {
    if (refusesToSendChecksums) {
      return readUnchecked(operation, parameters, own, tracker);
    }
    try {
      return call(client, operation, parameters, own, tracker);
    } catch (ServiceException e) {
      if (!Ladder.isRefusal(e)) {
        throw e;
      }
      Response response;
      try {
        response = readUnchecked(operation, parameters, own, tracker);
      } catch (ServiceException again) {
        again.addSuppressed(e);
        throw Ladder.isRefusal(again) ? e : again;
      }
      refusesToSendChecksums = true;
      LOG.log(
          System.Logger.Level.INFO,
          "This store refuses to send checksums ("
              + e.code()
              + ": "
              + e.message()
              + "). From now on downloads are not checked against them");
      return response;
    }
  }

  private Response readUnchecked(
      String operation, Map<String, ?> parameters, Map<String, ?> own, Tracker tracker) {
    Map<String, Object> shared = new LinkedHashMap<>(parameters);
    shared.remove(CHECKSUM_MODE);
    Map<String, Object> withoutMode = new LinkedHashMap<>(own);
    withoutMode.remove(CHECKSUM_MODE);
    return call(unchecked(), operation, shared, withoutMode, tracker);
  }

  private synchronized Client unchecked() {
    Client made = unchecked;
    if (made == null) {
      made = client.with(c -> c.responseChecksumValidation("when_required"));
      own.add(made);
      unchecked = made;
    }
    return made;
  }

  /** Deletes objects. */
  Response delete(Map<String, ?> parameters, Map<String, ?> request, Tracker tracker) {
    return deletions.call(
        "DeleteObjects",
        Dialect.COMPOSITE,
        dialect ->
            call(
                dialect.hasChecksums() ? client : withMd5,
                "DeleteObjects",
                parameters,
                request,
                tracker));
  }

  /** Sends a body, protected in a dialect. */
  Response send(
      String operation,
      Map<String, ?> parameters,
      Map<String, ?> own,
      Dialect dialect,
      Tracker tracker) {
    return call(dialect.hasChecksums() ? sender : plain(), operation, parameters, own, tracker);
  }

  private Response call(
      Client used,
      String operation,
      Map<String, ?> parameters,
      Map<String, ?> own,
      Tracker tracker) {
    Map<String, Object> input = extraArgs.of(operation, parameters);
    input.putAll(own);
    try {
      Response response = used.call(operation, input);
      tracker.retried(response.metadata().attempts().size() - 1L);
      return response;
    } catch (Boto4jException e) {
      tracker.retried(Math.max(0, e.attempts().size() - 1L));
      throw e;
    }
  }

  private synchronized Client plain() {
    Client made = plain;
    if (made == null) {
      Client base = client.with(c -> c.requestChecksumCalculation("when_required"));
      own.add(base);
      made = base.with(new SendWatch());
      plain = made;
    }
    return made;
  }

  /** Closes the connections of the clients that were created here. */
  @Override
  public synchronized void close() {
    own.forEach(Client::close);
  }

  /** Returns the address of an object. */
  static String uri(String bucket, String key) {
    return "s3://" + bucket + "/" + key;
  }

  static Map<String, Object> target(String bucket, String key) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("Bucket", bucket);
    target.put("Key", key);
    return target;
  }

  /** Adds what protects a body in a dialect. */
  static void protect(
      Map<String, Object> request,
      PartBody body,
      Dialect dialect,
      String algorithm,
      @Nullable String checksum) {
    try {
      if (dialect.hasChecksums()) {
        request.put("Checksum" + algorithm, checksum == null ? body.checksum(algorithm) : checksum);
      } else if (dialect == Dialect.MD5) {
        request.put("ContentMD5", body.md5());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
