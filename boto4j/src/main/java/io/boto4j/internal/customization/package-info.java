/**
 * What is special about single services, and cannot be said in their models: one small class a
 * service, and {@link io.boto4j.internal.customization.Customizations}, the table of them all.
 *
 * <p>Floor 5, internal.
 */
@NullMarked
package io.boto4j.internal.customization;

import org.jspecify.annotations.NullMarked;
