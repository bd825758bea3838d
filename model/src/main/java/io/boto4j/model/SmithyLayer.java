package io.boto4j.model;

import io.boto4j.model.pack.Pack;
import io.boto4j.model.rules.EndpointRules;
import io.boto4j.model.smithy.SmithyService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service in a Smithy model. */
final class SmithyLayer implements ServiceLayer {
  private final SmithyFile file;
  private final SmithyNames names;
  private final ModelOrigin origin;
  private final byte[] bytes;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable SmithyService service;

  SmithyLayer(SmithyFile file, SmithyNames names, ModelOrigin origin) {
    this(file, names, origin, file.read());
  }

  private SmithyLayer(SmithyFile file, SmithyNames names, ModelOrigin origin, byte[] bytes) {
    this.file = file;
    this.names = names;
    this.origin = origin;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public ServiceLayer unparsed() {
    return new SmithyLayer(file, names, origin, bytes);
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public ModelOrigin origin() {
    return origin;
  }

  @Override
  public Map<String, Object> service() {
    return parsed().service();
  }

  @Override
  public @Nullable Pack pack() {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked") // JSON objects have string keys
  public Map<String, Object> part(ModelPart part) {
    Map<String, Object> content =
        switch (part) {
          case PAGINATORS -> parsed().paginators();
          case WAITERS -> parsed().waiters();
        };
    return content.get(part.root()) instanceof Map<?, ?> root
        ? (Map<String, Object>) root
        : Map.of();
  }

  @Override
  public @Nullable EndpointRules endpointRules() {
    Map<String, Object> rules = parsed().endpointRules();
    return rules == null ? null : ServiceLayer.compile(name(), rules);
  }

  @Override
  public Documentation documentation() {
    return new Documentation(DocumentationReader.texts(parsed().service(), parsed().examples()));
  }

  @Override
  public @Nullable String packedResources() {
    return null;
  }

  @Override
  public void readResources(Map<String, String> texts) {}

  private SmithyService parsed() {
    SmithyService found = service;
    if (found == null) {
      for (SmithyService each : SmithyService.read(file.toString(), bytes)) {
        if (names.ofId(each.serviceId()).equals(origin.service())
            && each.apiVersion().equals(origin.apiVersion())) {
          found = each;
        }
      }
      if (found == null) {
        throw new ModelException(
            "The model file "
                + file
                + " does not have the service "
                + origin.service()
                + " "
                + origin.apiVersion(),
            null);
      }
      service = found;
    }
    return found;
  }
}
