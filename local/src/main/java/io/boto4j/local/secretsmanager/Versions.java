package io.boto4j.local.secretsmanager;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves staging labels between the versions of a secret. */
final class Versions {
  private final Map<String, Map<String, Object>> versions = new LinkedHashMap<>();

  Versions(Structure secret) {
    Structure stored = secret.map("Versions");
    for (String id : stored.keySet()) {
      versions.put(id, new LinkedHashMap<>(stored.map(id)));
    }
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  boolean has(String id) {
    return versions.containsKey(id);
  }

  List<String> stages(String id) {
    Map<String, Object> version = versions.get(id);
    return version == null ? List.of() : Structures.of(version).texts("Stages");
  }

  @Nullable String withStage(String stage) {
    for (String id : versions.keySet()) {
      if (stages(id).contains(stage)) {
        return id;
      }
    }
    return null;
  }

  void add(String id, Map<String, Object> version) {
    Map<String, Object> added = new LinkedHashMap<>(version);
    added.put("Stages", stages(id));
    versions.put(id, added);
  }

  private void set(String id, List<String> stages) {
    Map<String, Object> version = versions.get(id);
    if (version != null) {
      version.put("Stages", List.copyOf(stages));
    }
  }

  void detach(String stage) {
    String id = withStage(stage);
    if (id != null) {
      List<String> stages = new ArrayList<>(stages(id));
      stages.remove(stage);
      set(id, stages);
    }
  }

  /** Attaches a stage; the version that loses AWSCURRENT becomes the previous one. */
  void attach(String stage, String id) {
    String before = withStage(stage);
    if (id.equals(before)) {
      return;
    }
    detach(stage);
    List<String> stages = new ArrayList<>(stages(id));
    stages.add(stage);
    if (stage.equals(Secrets.CURRENT)) {
      stages.remove(Secrets.PREVIOUS);
      set(id, stages);
      if (before != null) {
        detach(Secrets.PREVIOUS);
        List<String> old = new ArrayList<>(stages(before));
        old.add(Secrets.PREVIOUS);
        set(before, old);
      }
    } else {
      set(id, stages);
    }
  }

  /** The versions as they are stored. Those without stages are deprecated, and kept. */
  Map<String, Object> stored() {
    return new LinkedHashMap<>(versions);
  }
}
