package io.boto4j.model;

import io.boto4j.model.pack.Pack;
import io.boto4j.model.rules.EndpointRuleCompiler;
import io.boto4j.model.rules.EndpointRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder for one API version of a service, as they were when they were read.
 *
 * <p>A model keeps its layers, so that files can change while it is in use. Thread-safe.
 */
interface ServiceLayer {
  /** Returns the path of the file, for messages. */
  String name();

  /** Returns the number of bytes that the layer keeps in memory until it is parsed. */
  long length();

  /** Returns a layer with the same bytes of which nothing is parsed yet. */
  ServiceLayer unparsed();

  /**
   * Returns whether the layer describes all of the service. If it does, a part that it lacks does
   * not exist; otherwise, later layers are searched for it.
   */
  boolean isWhole();

  /** Returns the origin of the service; null if the layer has only other parts of it. */
  @Nullable ModelOrigin origin();

  /** Returns the content of {@code service-2.json}, or null if the layer does not have it. */
  @Nullable Map<String, Object> service();

  /** Returns the pack of the service, or null if the layer is not a pack. */
  @Nullable Pack pack();

  /** Returns the paginators or waiters, or null if the layer does not have them. */
  @Nullable Map<String, Object> part(ModelPart part);

  /** Returns the endpoint rules, or null if the layer does not have them. */
  @Nullable EndpointRules endpointRules();

  /** Returns the documentation, or null if the layer does not have it. */
  @Nullable Documentation documentation();

  /** Returns the definitions of resources in a pack, or null if the layer is not a pack. */
  @Nullable String packedResources();

  /** Adds the text of the file with definitions of resources, if it exists, to texts by path. */
  void readResources(Map<String, String> texts);

  /** Compiles endpoint rules; an error has the name of the file. */
  static EndpointRules compile(String name, Map<String, Object> rules) {
    try {
      return EndpointRuleCompiler.compile(rules);
    } catch (ModelException e) {
      throw new ModelException("Not a model file: " + name + ": " + e.getMessage(), e);
    }
  }
}
