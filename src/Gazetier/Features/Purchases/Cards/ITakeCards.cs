namespace Gazetier.Features.Purchases.Cards;

/// <summary>Takes a card, at a provider's: no number of a card ever comes to us.</summary>
public interface ITakeCards
{
    /// <summary>Whether the operator gave the keys.</summary>
    bool IsOn { get; }

    /// <summary>The provider's page on which this purchase is paid.</summary>
    /// <exception cref="CardsAwayException">The provider does not answer, or refuses.</exception>
    Task<Uri> BeginAsync(Purchase purchase, CancellationToken cancel);
}

/// <summary>The provider cannot be reached now, or does not take the payment.</summary>
public class CardsAwayException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No provider: the keys are not set.</summary>
public class NoCards : ITakeCards
{
    public bool IsOn => false;

    public Task<Uri> BeginAsync(Purchase purchase, CancellationToken cancel) => throw new CardsAwayException("No provider is set up.");
}
