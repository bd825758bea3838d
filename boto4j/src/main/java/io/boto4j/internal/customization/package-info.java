/**
 * The peculiarities of single services that their models do not express: one small class per
 * service, and {@link io.boto4j.internal.customization.Customizations}, the table of them all.
 *
 * <p>Floor 5, internal.
 */
@NullMarked
package io.boto4j.internal.customization;

import org.jspecify.annotations.NullMarked;
