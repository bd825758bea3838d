package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that users may set on transfers, and the requests of a transfer that take them:
 * both follow from the model of S3.
 */
final class ExtraArgs {
  private final Client client;
  private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
  private final Allowed upload;
  private final Allowed download;
  private final Allowed copy;

  ExtraArgs(Client client) {
    this.client = client;
    this.upload =
        new Allowed(
            "an upload",
            names("PutObject", "CreateMultipartUpload", "CompleteMultipartUpload"),
            Set.of(
                "Body",
                "ContentLength",
                "ContentMD5",
                "WriteOffsetBytes",
                "MultipartUpload",
                "UploadId",
                "MpuObjectSize"));
    this.download = new Allowed("a download", names("GetObject"), Set.of("Range", "PartNumber"));
    this.copy = new Allowed("a copy", names("CopyObject"), Set.of("CopySource"));
  }

  Allowed upload() {
    return upload;
  }

  Allowed download() {
    return download;
  }

  Allowed copy() {
    return copy;
  }

  /** Returns the parameters that an operation takes, in a new map. */
  Map<String, Object> of(String operation, Map<String, ?> parameters) {
    Set<String> known = members.computeIfAbsent(operation, name -> names(name));
    Map<String, Object> taken = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            taken.put(name, value);
          }
        });
    return taken;
  }

  private Set<String> names(String... operations) {
    Set<String> names = new TreeSet<>();
    for (String operation : operations) {
      StructureShape input = client.model().operation(operation).input();
      if (input != null) {
        for (Member member : input.members()) {
          names.add(member.name());
        }
      }
    }
    return names;
  }

  /** The parameters of one kind of transfer. */
  static final class Allowed {
    private final String kind;
    private final Set<String> names;

    private Allowed(String kind, Set<String> names, Set<String> owned) {
      this.kind = kind;
      this.names = names;
      names.removeAll(owned);
      names.removeAll(Set.of("Bucket", "Key"));
    }

    /**
     * Sets a parameter; null removes it.
     *
     * @throws IllegalArgumentException if the parameter does not apply
     */
    void put(Map<String, Object> parameters, String name, @Nullable Object value) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "'"
                + name
                + "' is not a parameter of "
                + kind
                + "."
                + NearNames.hint(name, names)
                + " Known are "
                + String.join(", ", names));
      }
      if (value == null) {
        parameters.remove(name);
      } else {
        parameters.put(name, value);
      }
    }
  }
}
