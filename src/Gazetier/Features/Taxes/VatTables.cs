using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Taxes;

public class VatRateTable : IEntityTypeConfiguration<VatRate>
{
    private const string Online = "CGI art. 298 septies (presse imprimée et en ligne) ; BOI-TVA-SECT-40-10-10 et 40-40";
    private const string OverseasPress = "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10";
    private const string Overseas = "CGI art. 296 ; BOI-TVA-GEO-20-10";
    private const string NotApplicable = "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10";

    public void Configure(EntityTypeBuilder<VatRate> rate)
    {
        rate.ToTable("VatRates");
        rate.Property(r => r.Id).ValueGeneratedNever();
        rate.Property(r => r.Source).HasMaxLength(300);
        rate.HasIndex(r => new { r.Class, r.Customer, r.Territory, r.From }).IsUnique();
        rate.HasData(Known());
    }

    /// <summary>What the law says as of November 2026. Whatever is not here is not sold without somebody's word.</summary>
    public static IReadOnlyList<VatRate> Known()
    {
        (VatClass Class, Territory Territory, DateOnly From, int BasisPoints, string Source)[] lines =
        [
            (VatClass.Press, Territory.Metropole, new(2014, 2, 1), 210, Online),
            (VatClass.Press, Territory.Guadeloupe, new(2014, 2, 1), 105, OverseasPress),
            (VatClass.Press, Territory.Martinique, new(2014, 2, 1), 105, OverseasPress),
            (VatClass.Press, Territory.Reunion, new(2014, 2, 1), 105, OverseasPress),
            (VatClass.Press, Territory.Guyane, new(2014, 2, 1), 0, NotApplicable),
            (VatClass.Press, Territory.Mayotte, new(2014, 2, 1), 0, NotApplicable),
            (VatClass.Service, Territory.Metropole, new(2014, 1, 1), 2000, "CGI art. 278"),
            (VatClass.Service, Territory.Guadeloupe, new(2014, 1, 1), 850, Overseas),
            (VatClass.Service, Territory.Martinique, new(2014, 1, 1), 850, Overseas),
            (VatClass.Service, Territory.Reunion, new(2014, 1, 1), 850, Overseas),
            (VatClass.Service, Territory.Guyane, new(2014, 1, 1), 0, NotApplicable),
            (VatClass.Service, Territory.Mayotte, new(2014, 1, 1), 0, NotApplicable),
        ];
        return
        [
            .. lines.SelectMany(line => Enum.GetValues<VatCustomer>(), (line, customer) => (line, customer)).Select((one, index) => new VatRate
            {
                Id = index + 1,
                Class = one.line.Class,
                Customer = one.customer,
                Territory = one.line.Territory,
                From = one.line.From,
                BasisPoints = one.line.BasisPoints,
                Source = one.line.Source,
            }),
        ];
    }
}
