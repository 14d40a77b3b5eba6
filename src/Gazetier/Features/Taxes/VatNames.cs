using Gazetier.Locales;

namespace Gazetier.Features.Taxes;

public static class VatNames
{
    public static string Of(VatClass product, Phrases t) => product == VatClass.Press ? t["Presse"] : t["Autre service"];

    public static string Of(VatCustomer customer, Phrases t) => customer == VatCustomer.Organisation ? t["Organismes"] : t["Particuliers"];

    public static string Of(Territory territory, Phrases t) => territory switch
    {
        Territory.Metropole => t["Métropole, Corse, Monaco"],
        Territory.Guadeloupe => t["Guadeloupe"],
        Territory.Martinique => t["Martinique"],
        Territory.Reunion => t["La Réunion"],
        Territory.Guyane => t["Guyane"],
        Territory.Mayotte => t["Mayotte"],
        _ => t["Ailleurs"],
    };
}
