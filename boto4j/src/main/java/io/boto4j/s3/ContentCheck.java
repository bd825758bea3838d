package io.boto4j.s3;

import io.boto4j.Checksum;
import io.boto4j.Client;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the contents of a file and an object, or of two objects, without reading objects. */
final class ContentCheck extends Job<Boolean> {
  private static final int BUFFER = 64 * 1024;

  private final Store store;
  private final TreeOptions options;
  private final TreeSide source;
  private final TreeEntry entry;
  private final TreeSide destination;
  private final TreeEntry other;

  ContentCheck(
      Shared shared,
      TreeOptions options,
      TreeSide source,
      TreeEntry entry,
      TreeSide destination,
      TreeEntry other) {
    super(
        shared.workers(),
        shared.notifier(),
        "the comparison of " + source.show(entry.name()) + " with " + destination);
    this.store = shared.store();
    this.options = options;
    this.source = source;
    this.entry = entry;
    this.destination = destination;
    this.other = other;
  }

  @Override
  public boolean isSmall() {
    return !source.isLocal() && !destination.isLocal();
  }

  /** Returns whether the contents are known to be equal. */
  @Override
  Boolean begin() throws IOException {
    if (source.isLocal()) {
      return isEqual(source.path(), destination, other);
    }
    if (destination.isLocal()) {
      return isEqual(destination.path(), source, entry);
    }
    String tag = entry.eTag();
    if (tag != null && tag.equals(other.eTag())) {
      return true;
    }
    String algorithm = entry.hash();
    if (algorithm == null || !algorithm.equals(other.hash())) {
      return false;
    }
    String checksum = checksum(source, algorithm);
    return checksum != null && checksum.equals(checksum(destination, algorithm));
  }

  private boolean isEqual(Path directory, TreeSide side, TreeEntry object) throws IOException {
    Path file = directory.resolve(entry.name());
    String tag = object.eTag() == null ? "" : ETags.bare(object.eTag());
    if (ETags.isMd5(tag)) {
      MessageDigest digest = ETags.md5();
      read(file, digest, null);
      if (HexFormat.of().formatHex(digest.digest()).equals(tag)) {
        return true;
      }
    }
    // The entity tag of an encrypted object is not the MD5 of the content.
    String algorithm = object.hash();
    if (algorithm == null) {
      return false;
    }
    String expected = checksum(side, algorithm);
    if (expected == null) {
      return false;
    }
    Checksum checksum = Checksum.of(algorithm);
    read(file, null, checksum);
    return checksum.base64().equals(expected);
  }

  /** Requests the checksum of an object. */
  private @Nullable String checksum(TreeSide side, String algorithm) {
    Map<String, Object> parameters = options.parameters(entry.name());
    Client client = store.client();
    if (side.equals(source) && !destination.isLocal()) {
      parameters = Copy.sourceParameters(parameters);
      client = options.reader(client);
    }
    Map<String, Object> request = store.extraArgs().of("HeadObject", parameters);
    request.keySet().removeIf(name -> name.startsWith("If"));
    request.putAll(Store.target(side.bucket(), side.key(entry.name())));
    request.put("ChecksumMode", "ENABLED");
    return client.call("HeadObject", request).text(Protection.member(algorithm));
  }

  private static void read(Path file, @Nullable MessageDigest digest, @Nullable Checksum checksum)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (digest != null) {
          digest.update(buffer, 0, count);
        }
        if (checksum != null) {
          checksum.update(buffer, 0, count);
        }
      }
    }
  }

  @Override
  @Nullable Part nextPart() {
    return null;
  }

  @Override
  boolean handedOutAll() {
    return true;
  }

  @Override
  Boolean finish() {
    throw new IllegalStateException("A comparison has one step");
  }

  @Override
  void undo(Throwable cause) {}

  @Override
  void release() {}
}
