package io.boto4j.model;

import io.boto4j.model.pack.Pack;
import io.boto4j.model.rules.EndpointRules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a service in botocore's layout, some of which may be missing. */
final class BotocoreLayer implements ServiceLayer {
  static final String SERVICE = "service-2";
  static final String RESOURCES = "resources.txt";

  private static final String EXAMPLES = "examples-1";
  private static final String ENDPOINT_RULE_SET = "endpoint-rule-set-1";
  private static final String EXTRAS = ".sdk-extras";

  private static final String[] TYPES = {
    SERVICE,
    ModelPart.PAGINATORS.fileType(),
    ModelPart.WAITERS.fileType(),
    ENDPOINT_RULE_SET,
    EXAMPLES,
  };

  private final String service;
  private final String version;

  /** The files by type, the extras among them. */
  private final Map<String, ModelFile> files;

  private BotocoreLayer(String service, String version, Map<String, ModelFile> files) {
    this.service = service;
    this.version = version;
    this.files = files;
  }

  /** Reads the files in a folder; returns null if it has none. */
  static @Nullable BotocoreLayer read(Path folder, String service, String version) {
    Map<String, ModelFile> files = new LinkedHashMap<>();
    for (String type : TYPES) {
      add(files, type, json(folder, type));
      if (files.containsKey(type)) {
        add(files, type + EXTRAS, json(folder, type + EXTRAS));
      }
    }
    add(files, RESOURCES, ModelFile.find(folder.resolve(RESOURCES)));
    return files.isEmpty() ? null : new BotocoreLayer(service, version, files);
  }

  /** Reads a file that is plain or compressed; the plain one is preferred. */
  static @Nullable ModelFile json(Path folder, String type) {
    ModelFile plain = ModelFile.find(folder.resolve(type + ".json"));
    return plain == null ? ModelFile.find(folder.resolve(type + ".json.gz")) : plain;
  }

  private static void add(Map<String, ModelFile> files, String type, @Nullable ModelFile file) {
    if (file != null) {
      files.put(type, file);
    }
  }

  @Override
  public String name() {
    ModelFile file = files.get(SERVICE);
    return file == null ? service : file.path().toString();
  }

  @Override
  public long length() {
    long length = 0;
    for (ModelFile file : files.values()) {
      length += file.length();
    }
    return length;
  }

  @Override
  public ServiceLayer unparsed() {
    return this;
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public @Nullable ModelOrigin origin() {
    ModelFile file = files.get(SERVICE);
    return file == null
        ? null
        : new ModelOrigin(service, version, file.path().toString(), file.date(), null);
  }

  @Override
  public @Nullable Map<String, Object> service() {
    return object(SERVICE);
  }

  @Override
  public @Nullable Pack pack() {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked") // JSON objects have string keys
  public @Nullable Map<String, Object> part(ModelPart part) {
    Map<String, Object> file = object(part.fileType());
    if (file == null) {
      return null;
    }
    return file.get(part.root()) instanceof Map<?, ?> root ? (Map<String, Object>) root : Map.of();
  }

  @Override
  public @Nullable EndpointRules endpointRules() {
    ModelFile file = files.get(ENDPOINT_RULE_SET);
    Map<String, Object> ruleSet = object(ENDPOINT_RULE_SET);
    return file == null || ruleSet == null
        ? null
        : ServiceLayer.compile(file.path().toString(), ruleSet);
  }

  @Override
  public @Nullable Documentation documentation() {
    Map<String, Object> file = object(SERVICE);
    return file == null
        ? null
        : new Documentation(DocumentationReader.texts(file, object(EXAMPLES)));
  }

  @Override
  public @Nullable String packedResources() {
    return null;
  }

  @Override
  public void readResources(Map<String, String> texts) {
    ModelFile file = files.get(RESOURCES);
    if (file != null) {
      texts.put(file.path().toString(), file.text());
    }
  }

  private @Nullable Map<String, Object> object(String type) {
    ModelFile file = files.get(type);
    if (file == null) {
      return null;
    }
    Map<String, Object> object = file.object();
    ModelFile extras = files.get(type + EXTRAS);
    if (extras != null && extras.object().get("merge") instanceof Map<?, ?> changes) {
      merge(object, changes);
    }
    return object;
  }

  /** Merges objects and replaces all other values, like botocore's loader. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static void merge(Map<String, Object> into, Map<?, ?> changes) {
    for (Map.Entry<?, ?> change : changes.entrySet()) {
      String key = (String) change.getKey();
      if (change.getValue() instanceof Map<?, ?> inner && into.get(key) instanceof Map<?, ?> old) {
        Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) old);
        merge(copy, inner);
        into.put(key, copy);
      } else {
        into.put(key, change.getValue());
      }
    }
  }
}
