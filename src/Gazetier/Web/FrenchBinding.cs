using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Gazetier.Web;

/// <summary>The framework's own sentences for what cannot be read in a form.</summary>
public static class FrenchBinding
{
    public static void SpeakFrench(this DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => "Ce champ est à remplir.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Ce champ est à remplir.");
        messages.SetMissingKeyOrValueAccessor(() => "Ce champ est à remplir.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "La demande est vide.");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"« {value} » n’est pas une valeur possible.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"« {value} » n’est pas une valeur possible.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Cette valeur n’est pas possible.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette valeur n’est pas possible.");
        messages.SetValueIsInvalidAccessor(value => $"« {value} » n’est pas une valeur possible.");
        messages.SetValueMustBeANumberAccessor(_ => "Un nombre est attendu.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Un nombre est attendu.");
    }
}
