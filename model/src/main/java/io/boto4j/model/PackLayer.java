package io.boto4j.model;

import io.boto4j.model.pack.Pack;
import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.pack.PackInput;
import io.boto4j.model.rules.EndpointRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service in a pack of the user's own.
 *
 * @param pack the pack, which is in memory
 * @param texts the pack of documentation, or null without one
 * @param origin the origin of the service
 */
record PackLayer(Pack pack, @Nullable Pack texts, ModelOrigin origin) implements ServiceLayer {
  @Override
  public String name() {
    return pack.name();
  }

  @Override
  public long length() {
    return pack.length();
  }

  @Override
  public ServiceLayer unparsed() {
    return this;
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public @Nullable Map<String, Object> service() {
    return null;
  }

  @Override
  public Map<String, Object> part(ModelPart part) {
    return pack.value(part.section());
  }

  @Override
  public @Nullable EndpointRules endpointRules() {
    byte[] section = pack.section(PackFormat.ENDPOINT_RULES, 0);
    return section == null ? null : EndpointRules.of(section);
  }

  @Override
  public Documentation documentation() {
    return texts == null ? Documentation.NONE : new Documentation(texts.value(PackFormat.VALUE));
  }

  @Override
  public String packedResources() {
    byte[] section = pack.section(PackFormat.RESOURCES, 0);
    return section == null ? "" : new PackInput(section, 0).text();
  }

  @Override
  public void readResources(Map<String, String> into) {}
}
