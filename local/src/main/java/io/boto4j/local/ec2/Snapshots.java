package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Snapshots of volumes. They are complete at once, since volumes hold no data here. */
final class Snapshots {
  private static final Filters FILTERS =
      new Filters()
          .on("description", "Description")
          .on("encrypted", "Encrypted")
          .on("owner-id", "OwnerId")
          .on("progress", "Progress")
          .on("snapshot-id", "SnapshotId")
          .on("start-time", "StartTime")
          .on("status", "State")
          .on("volume-id", "VolumeId")
          .on("volume-size", "VolumeSize");

  private final Ec2State state;

  Snapshots(Ec2State state) {
    this.state = state;
  }

  void register() {
    state.table.write("CreateSnapshot", this::create);
    state.table.write("DeleteSnapshot", this::delete);
    state.table.read("DescribeSnapshots", this::describe);
  }

  private Map<String, ?> describe(EngineCall call) {
    List<String> owners = call.input().texts("OwnerIds");
    boolean foreign =
        !owners.isEmpty() && !owners.contains("self") && !owners.contains(state.context.account());
    return foreign
        ? Params.of("Snapshots", List.of())
        : state.describe(call, Kind.SNAPSHOT, "SnapshotIds", "Snapshots", FILTERS);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    Structure volume = state.of(Kind.VOLUME).require(input.text("VolumeId"));
    Map<String, String> tags = Tags.only(input, Kind.SNAPSHOT);
    String id = state.newId(Kind.SNAPSHOT);
    Structure snapshot =
        state.add(
            Kind.SNAPSHOT,
            id,
            Params.of(
                "SnapshotId", id,
                "VolumeId", Resources.id(volume),
                "VolumeSize", volume.integer("Size"),
                "OwnerId", state.context.account(),
                "Description", Objects.requireNonNullElse(input.text("Description"), ""),
                "Encrypted", volume.bool("Encrypted"),
                "KmsKeyId", volume.text("KmsKeyId"),
                "StartTime", state.now(),
                "Progress", "100%",
                "StorageTier", "standard",
                "State", "completed"));
    state.tags.put(id, tags);
    return state.view(snapshot).with("State", "pending").with("Progress", "");
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure snapshot = state.of(Kind.SNAPSHOT).require(call.input().text("SnapshotId"));
    state.remove(Kind.SNAPSHOT, Resources.id(snapshot));
    return Map.of();
  }
}
