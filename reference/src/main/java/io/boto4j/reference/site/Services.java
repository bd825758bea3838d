package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.reference.view.HomeView.ServiceRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services of a site, with what was found out about the ones used last. Thread-safe. */
final class Services {
  /** The texts of a large service take several megabytes, so only a few are kept. */
  private static final int KEPT = 12;

  private final ModelLoader models;
  private final boolean builtIn;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable Hosts hosts;

  /** Guarded by itself. */
  private final Map<String, ServiceFacts> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

  /**
   * Creates the services.
   *
   * @param models the loader
   * @param builtIn whether the loader has the services that boto4j's clients have
   */
  Services(ModelLoader models, boolean builtIn) {
    this.models = models;
    this.builtIn = builtIn;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : models.services()) {
      if (Names.hasPage(name)) {
        names.add(name);
      }
    }
    return names;
  }

  ModelLoader models() {
    return models;
  }

  List<ServiceRow> rows() {
    return builtIn ? ServiceRows.builtIn() : ServiceRows.of(this);
  }

  /** Returns the hosts that clients call; null if clients may not have the same models. */
  @Nullable Hosts hosts() {
    Hosts created = hosts;
    if (created == null && builtIn) {
      created = new Hosts();
      hosts = created;
    }
    return created;
  }

  @Nullable ServiceFacts find(String name) {
    synchronized (recent) {
      ServiceFacts known = recent.get(name);
      if (known != null) {
        return known;
      }
    }
    ServiceModel model = Names.hasPage(name) ? models.find(name) : null;
    if (model == null || !model.name().equals(name)) {
      return null;
    }
    ServiceFacts facts = new ServiceFacts(model);
    synchronized (recent) {
      recent.put(name, facts);
      if (recent.size() > KEPT) {
        recent.remove(recent.keySet().iterator().next());
      }
    }
    return facts;
  }
}
